import { parseDate } from '@internationalized/date'
import { useState } from 'react'
import { Button } from '@/components/button'
import { ChoiceChips } from '@/components/choice-chips'
import { NumberField } from '@/components/number-field'
import { Select } from '@/components/select'
import { TextField } from '@/components/text-field'
import { useFirstDay } from '@/hooks/use-me'
import { formatLocale, useText } from '@/lib/i18n'
import { weekdayName, weekFrom } from '../lib/calendar-names'
import { quickOf, quickRule, quickRules, weekdayOf } from '../lib/quick-rules'
import { readRule } from '../lib/read-rule'
import { type Frequency, frequencies, hasMonthDays, missesDays, type Rule, skips, writeRule } from '../lib/rule'
import { EndField } from './end-field'
import { MonthDaysField } from './month-days-field'

interface RuleBuilderProps {
  /** The rule as text: whatever it says is kept, also what the builder cannot show. */
  rule: string
  /** The date that it starts on. */
  date: string
  /** Rules of hours need a time of the day to start at. */
  timed: boolean
  /** Why the rule cannot be. */
  error: string | undefined
  onChange: (rule: string) => void
}

/** How often, on which days, until when; or the rule's own text. */
export function RuleBuilder({ rule: written, date, timed, error, onChange }: RuleBuilderProps) {
  const text = useText()
  const [asText, setAsText] = useState(false)
  const rule = readRule(written)
  const set = (change: Partial<Rule>) => rule && onChange(writeRule({ ...rule, ...change }))

  if (asText || rule === null) {
    return (
      <div className="flex flex-col gap-2">
        <TextField
          label={text('series.rule.text')}
          hint={text('series.rule.textHint')}
          error={error}
          value={written}
          spellCheck={false}
          autoCapitalize="characters"
          onChange={(event) => onChange(event.currentTarget.value.replace(/^RRULE:/i, ''))}
        />
        <div className="flex flex-wrap items-center gap-2">
          <Button look="quiet" disabled={rule === null} onClick={() => setAsText(false)}>
            {text('series.rule.build')}
          </Button>
          {rule === null && <span className="text-small text-faint">{text('series.rule.onlyText')}</span>}
        </div>
      </div>
    )
  }

  const { end } = rule
  const quick = quickOf(rule)
  return (
    <div className="flex flex-col gap-4">
      <ChoiceChips
        label={text('series.rule.quick')}
        chips={quickRules.map((name) => ({ value: name, name: text(`series.quick.${name}`) }))}
        chosen={quick === null ? [] : [quick]}
        onPress={(name) => onChange(writeRule({ ...quickRule(name), end }))}
      />
      <div className="flex flex-wrap items-end gap-2">
        <span className="flex min-h-8 items-center pointer-coarse:min-h-11">{text('series.rule.every')}</span>
        <NumberField
          quiet
          label={text('series.rule.interval')}
          value={rule.interval}
          min={1}
          max={999}
          onChange={(interval) => set({ interval })}
        />
        <div className="w-36">
          <Select<Frequency>
            quiet
            label={text('series.rule.frequency')}
            value={rule.frequency}
            choices={frequencies
              .filter((frequency) => timed || frequency !== 'HOURLY')
              .map((value) => ({ value, name: text(`series.frequency.${value}`, { count: rule.interval }) }))}
            onChange={(frequency) => set({ frequency })}
          />
        </div>
      </div>
      {rule.frequency === 'WEEKLY' && <DaysOfWeek rule={rule} date={date} onChange={set} />}
      {hasMonthDays(rule.frequency) && <MonthDaysField rule={rule} date={date} onChange={set} />}
      {missesDays(rule, date === '' ? 1 : parseDate(date).day) && (
        <Select
          label={text('series.rule.skip')}
          value={rule.skip}
          choices={skips.map((value) => ({ value, name: text(`series.skip.${value}`) }))}
          onChange={(skip) => set({ skip })}
        />
      )}
      <EndField end={end} date={date} onChange={(changed) => set({ end: changed })} />
      {error !== undefined && (
        <p role="alert" className="text-small text-late">
          {error}
        </p>
      )}
      <div>
        <Button look="quiet" onClick={() => setAsText(true)}>
          {text('series.rule.asText')}
        </Button>
      </div>
    </div>
  )
}

interface DaysOfWeekProps {
  rule: Rule
  date: string
  onChange: (change: Partial<Rule>) => void
}

function DaysOfWeek({ rule, date, onChange }: DaysOfWeekProps) {
  const text = useText()
  const firstDay = useFirstDay()
  // A rule that names no day means that of its start.
  const days = rule.days.length > 0 || date === '' ? rule.days : [weekdayOf(date)]
  return (
    <ChoiceChips
      label={text('series.rule.days')}
      columns={7}
      chips={weekFrom(firstDay).map((day) => ({
        value: day,
        name: weekdayName(day, 'short', formatLocale),
        fullName: weekdayName(day, 'long', formatLocale),
      }))}
      chosen={days}
      onPress={(day) => onChange({ days: days.includes(day) ? days.filter((other) => other !== day) : [...days, day] })}
    />
  )
}
