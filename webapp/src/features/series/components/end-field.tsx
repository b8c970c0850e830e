import { parseDate } from '@internationalized/date'
import { DateField } from '@/components/date-field'
import { NumberField } from '@/components/number-field'
import { Select } from '@/components/select'
import { useText } from '@/lib/i18n'
import type { End } from '../lib/rule'

interface EndFieldProps {
  end: End
  /** The date that the rule starts on. */
  date: string
  onChange: (end: End) => void
}

const DEFAULT_COUNT = 10

/** Never, after so many times, or with a day. */
export function EndField({ end, date, onChange }: EndFieldProps) {
  const text = useText()
  const choose = (kind: End['kind']) => {
    if (kind === 'never') onChange({ kind })
    if (kind === 'count') onChange({ kind, count: DEFAULT_COUNT })
    if (kind === 'until' && date !== '') onChange({ kind, until: toUntil(parseDate(date).add({ months: 3 }).toString()) })
  }
  return (
    <div className="grid grid-cols-[minmax(0,1fr)_auto] items-end gap-2 tablet:grid-cols-2">
      <Select
        label={text('series.rule.end')}
        value={end.kind}
        choices={(['never', 'count', 'until'] as const).map((value) => ({ value, name: text(`series.end.${value}`) }))}
        onChange={choose}
      />
      {end.kind === 'count' && (
        <NumberField
          label={text('series.end.times')}
          value={end.count}
          min={1}
          max={10_000}
          onChange={(count) => onChange({ kind: 'count', count })}
        />
      )}
      {end.kind === 'until' && (
        <DateField
          label={text('series.end.date')}
          value={fromUntil(end.until)}
          onChange={(day) => day !== '' && onChange({ kind: 'until', until: toUntil(day) })}
        />
      )}
    </div>
  )
}

/** "2026-12-18" → "20261218", which is through that day. */
function toUntil(date: string): string {
  return date.replaceAll('-', '')
}

function fromUntil(until: string): string {
  return `${until.slice(0, 4)}-${until.slice(4, 6)}-${until.slice(6, 8)}`
}
