import { Select } from '@/components/select'
import { i18n } from '@/lib/i18n'
import { sayDuration } from '@/lib/say-duration'

interface DurationFieldProps {
  label: string
  /** ISO 8601; null is what `none` says. */
  value: string | null
  choices: readonly string[]
  none: string
  onChange: (value: string | null) => void
}

/** A while, out of the usual ones; one that is none of them is kept as it is. */
export function DurationField({ label, value, choices, none, onChange }: DurationFieldProps) {
  const all = value === null || choices.includes(value) ? choices : [...choices, value]
  return (
    <Select
      label={label}
      value={value ?? ''}
      choices={[{ value: '', name: none }, ...all.map((iso) => ({ value: iso, name: sayDuration(iso, i18n.locale) }))]}
      onChange={(chosen) => onChange(chosen === '' ? null : chosen)}
    />
  )
}
