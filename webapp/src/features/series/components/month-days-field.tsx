import { parseDate } from '@internationalized/date'
import { ChoiceChips } from '@/components/choice-chips'
import { Select } from '@/components/select'
import { useFirstDay } from '@/hooks/use-me'
import { formatLocale, useText } from '@/lib/i18n'
import { monthName, weekdayName, weekFrom } from '../lib/calendar-names'
import { weekdayOf } from '../lib/quick-rules'
import { type MonthDays, type Position, positions, type Rule, type Weekday } from '../lib/rule'

interface MonthDaysFieldProps {
  rule: Rule
  date: string
  onChange: (change: Partial<Rule>) => void
}

const MONTHS = Array.from({ length: 12 }, (_, index) => index + 1)
const DAYS = [...Array.from({ length: 31 }, (_, index) => index + 1), -1]

/** Which days of which months. */
export function MonthDaysField({ rule, date, onChange }: MonthDaysFieldProps) {
  const text = useText()
  const { monthDays } = rule
  const start = date === '' ? null : parseDate(date)
  const yearly = rule.frequency === 'YEARLY'
  const startMonth = start?.month ?? 1
  const months = rule.months.length > 0 ? rule.months : [startMonth]

  // Of a year, days are days of a month: it has to be named with them.
  const setDays = (changed: MonthDays) =>
    onChange({ monthDays: changed, ...(yearly && { months: changed.on === 'start' ? rule.months : months }) })

  const choose = (on: MonthDays['on']) => {
    if (on === 'start') setDays({ on })
    if (on === 'days') setDays({ on, days: [start?.day ?? 1] })
    if (on === 'nth') setDays({ on, position: nthOf(start?.day ?? 1), day: date === '' ? 'MO' : weekdayOf(date) })
  }

  return (
    <>
      {yearly && (
        <ChoiceChips
          label={text('series.rule.months')}
          columns={6}
          chips={MONTHS.map((month) => ({
            value: month,
            name: monthName(month, 'short', formatLocale),
            fullName: monthName(month, 'long', formatLocale),
          }))}
          chosen={months}
          onPress={(month) => {
            const chosen = toggled(months, month)
            onChange({ months: chosen.length === 0 ? [startMonth] : chosen })
          }}
        />
      )}
      <Select
        label={text('series.rule.monthDays')}
        value={monthDays.on}
        choices={[
          { value: 'start', name: text('series.monthDays.start', { day: start?.day ?? 1 }) },
          { value: 'days', name: text('series.monthDays.days') },
          { value: 'nth', name: text('series.monthDays.nth') },
        ]}
        onChange={choose}
      />
      {monthDays.on === 'days' && (
        <ChoiceChips
          label={text('series.monthDays.days')}
          columns={7}
          chips={DAYS.map((day) =>
            day === -1
              ? { value: day, name: text('series.monthDays.lastShort'), fullName: text('series.monthDays.last') }
              : { value: day, name: String(day) },
          )}
          chosen={monthDays.days}
          onPress={(day) => {
            const days = toggled(monthDays.days, day)
            if (days.length > 0) setDays({ on: 'days', days })
          }}
        />
      )}
      {monthDays.on === 'nth' && <NthField nth={monthDays} onChange={setDays} />}
    </>
  )
}

type Nth = Extract<MonthDays, { on: 'nth' }>

function NthField({ nth, onChange }: { nth: Nth; onChange: (changed: Nth) => void }) {
  const text = useText()
  const firstDay = useFirstDay()
  return (
    <div className="grid grid-cols-2 gap-2">
      <Select<`${Position}`>
        quiet
        label={text('series.rule.position')}
        value={`${nth.position}`}
        choices={positions.map((position) => ({ value: `${position}` as const, name: text(`series.position.${position}`) }))}
        onChange={(value) => {
          const position = positions.find((one) => `${one}` === value)
          if (position !== undefined) onChange({ ...nth, position })
        }}
      />
      <Select<Weekday | 'working'>
        quiet
        label={text('series.rule.nthDay')}
        value={nth.day}
        choices={[
          ...weekFrom(firstDay).map((day) => ({ value: day, name: weekdayName(day, 'long', formatLocale) })),
          { value: 'working' as const, name: text('series.rule.workingDay') },
        ]}
        onChange={(day) => onChange({ ...nth, day })}
      />
    </div>
  )
}

/** The 29th and later are the fifth of their weekday, which most months lack: the last is meant. */
function nthOf(day: number): Position {
  return positions.find((position) => position === Math.ceil(day / 7)) ?? -1
}

function toggled<Value>(values: readonly Value[], value: Value): Value[] {
  return values.includes(value) ? values.filter((other) => other !== value) : [...values, value]
}
