import { Minus, Plus } from 'lucide-react'
import { Button, Group, I18nProvider, Input, Label, NumberField as AriaNumberField } from 'react-aria-components'
import { formatLocale } from '@/lib/i18n'
import { fieldLooks, labelLooks } from './field'

interface NumberFieldProps {
  label: string
  value: number
  min: number
  max: number
  onChange: (value: number) => void
  /** The label is for screen readers only. */
  quiet?: boolean
}

const step = 'flex size-7 items-center justify-center rounded-small text-muted data-hovered:bg-hover data-disabled:text-faint pointer-coarse:size-10'

/** A whole number, written or stepped. */
export function NumberField({ label, value, min, max, onChange, quiet = false }: NumberFieldProps) {
  return (
    <I18nProvider locale={formatLocale}>
      <AriaNumberField
        value={value}
        minValue={min}
        maxValue={max}
        onChange={(number) => onChange(Number.isFinite(number) ? number : min)}
        className="flex w-28 flex-col gap-1 pointer-coarse:w-36"
      >
        <Label className={quiet ? 'sr-only' : labelLooks}>{label}</Label>
        <Group className={`${fieldLooks} flex items-center px-0.5`}>
          <Button slot="decrement" className={step}>
            <Minus className="size-4" aria-hidden="true" />
          </Button>
          <Input className="w-0 grow bg-transparent text-center tabular-nums outline-none" />
          <Button slot="increment" className={step}>
            <Plus className="size-4" aria-hidden="true" />
          </Button>
        </Group>
      </AriaNumberField>
    </I18nProvider>
  )
}
