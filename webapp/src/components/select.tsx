import { Check, ChevronDown } from 'lucide-react'
import { Button, Label, ListBox, ListBoxItem, Popover, Select as AriaSelect, SelectValue } from 'react-aria-components'
import { fieldLooks, labelLooks } from './field'
import { itemLooks, sheetLooks } from './sheet'

export interface Choice<Value extends string> {
  value: Value
  name: string
  hint?: string
}

interface SelectProps<Value extends string> {
  label: string
  choices: readonly Choice<Value>[]
  value: Value
  onChange: (value: Value) => void
  /** The label is for screen readers only. */
  quiet?: boolean
}

/** One of a few. */
export function Select<Value extends string>({ label, choices, value, onChange, quiet = false }: SelectProps<Value>) {
  return (
    <AriaSelect
      value={value}
      onChange={(key) => onChange(key as Value)}
      className="flex min-w-0 flex-col gap-1"
    >
      <Label className={quiet ? 'sr-only' : labelLooks}>{label}</Label>
      <Button className={`${fieldLooks} flex items-center justify-between gap-2 text-start`}>
        <SelectValue className="truncate [&_[slot=description]]:hidden" />
        <ChevronDown className="size-4 shrink-0 text-faint" aria-hidden="true" />
      </Button>
      <Popover className={`${sheetLooks} max-h-80 min-w-(--trigger-width) overflow-y-auto p-1`}>
        <ListBox className="outline-none" items={choices}>
          {(choice) => (
            <ListBoxItem id={choice.value} textValue={choice.name} className={itemLooks}>
              {({ isSelected }) => (
                <>
                  <span className="min-w-0 grow">
                    {choice.name}
                    {choice.hint !== undefined && <span slot="description" className="block text-small text-faint">{choice.hint}</span>}
                  </span>
                  {isSelected && <Check className="size-4 shrink-0 text-accent" aria-hidden="true" />}
                </>
              )}
            </ListBoxItem>
          )}
        </ListBox>
      </Popover>
    </AriaSelect>
  )
}
