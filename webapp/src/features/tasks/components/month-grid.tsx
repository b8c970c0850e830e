import type { CalendarDate } from '@internationalized/date'
import { useRef } from 'react'
import { useReader } from '@/hooks/use-reader'
import { useFirstDay } from '@/hooks/use-me'
import { dayOf, format } from '@/lib/say-due'
import { useDayTarget } from '../hooks/use-day-drag'
import { type Entry, weeksOf } from '../lib/span'
import { EntryChip } from './entry-chip'

interface MonthGridProps {
  month: CalendarDate
  entries: ReadonlyMap<string, Entry[]>
  onMove: (entry: Entry, day: string) => void
  onDay: (day: CalendarDate) => void
}

/** As many as a day has room for; the others are counted. */
const FITS = 3

/** A month as weeks of days. */
export function MonthGrid({ month, entries, onMove, onDay }: MonthGridProps) {
  const { locale } = useReader()
  const firstDay = useFirstDay()
  const weeks = weeksOf(month, firstDay)
  const name = (day: CalendarDate, weekday: 'short' | 'long') => format(Date.parse(`${day.toString()}T12:00:00Z`), { weekday }, 'UTC', locale)
  return (
    <table className="w-full table-fixed border-separate border-spacing-0 overflow-hidden rounded-card border border-line bg-surface shadow-card">
      <thead>
        <tr>
          {weeks[0]?.map((day) => (
            <th key={day.day} scope="col" abbr={name(day, 'long')} className="border-b border-line px-2 py-1.5 text-start text-small font-normal text-faint">
              {name(day, 'short')}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {weeks.map((week) => (
          <tr key={week[0]?.toString()}>
            {week.map((day) => (
              <Cell
                key={day.toString()}
                day={day}
                within={day.month === month.month}
                entries={entries.get(day.toString()) ?? []}
                onMove={onMove}
                onDay={onDay}
              />
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  )
}

interface CellProps {
  day: CalendarDate
  within: boolean
  entries: readonly Entry[]
  onMove: MonthGridProps['onMove']
  onDay: MonthGridProps['onDay']
}

function Cell({ day, within, entries, onMove, onDay }: CellProps) {
  const { text, now, zone, locale } = useReader()
  const cell = useRef<HTMLTableCellElement>(null)
  const over = useDayTarget(cell, day.toString())
  const isToday = day.compare(dayOf(now, zone)) === 0
  const said = format(Date.parse(`${day.toString()}T12:00:00Z`), { weekday: 'long', day: 'numeric', month: 'long' }, 'UTC', locale)
  return (
    <td
      ref={cell}
      className={`h-20 border-b border-line p-0.5 align-top transition-colors not-last:border-e tablet:h-28 tablet:p-1 [tr:last-child>&]:border-b-0 ${over ? 'bg-accent-soft' : within ? '' : 'bg-page'}`}
    >
      <button
        type="button"
        aria-label={text('upcoming.day', { day: said, count: entries.length })}
        aria-current={isToday ? 'date' : undefined}
        onClick={() => onDay(day)}
        className={`mb-0.5 flex size-6 items-center justify-center rounded-full text-small tabular-nums hover:bg-hover ${isToday ? 'bg-accent font-strong text-on-accent hover:bg-accent-strong' : within ? 'text-muted' : 'text-faint'}`}
      >
        {day.day}
      </button>
      <ul className="hidden flex-col gap-0.5 tablet:flex">
        {entries.slice(0, FITS).map((entry) => (
          <li key={entry.key}>
            <EntryChip entry={entry} onMove={onMove} />
          </li>
        ))}
      </ul>
      {entries.length > FITS && (
        <p aria-hidden="true" className="hidden px-1.5 text-small text-faint tablet:block">
          {text('upcoming.more', { count: entries.length - FITS })}
        </p>
      )}
      {entries.length > 0 && (
        <p aria-hidden="true" className="flex justify-center gap-0.5 tablet:hidden">
          {entries.slice(0, FITS).map((entry) => (
            <span key={entry.key} className={`size-1.5 rounded-full ${entry.task === null ? 'border border-line-strong' : 'bg-accent'}`} />
          ))}
        </p>
      )}
    </td>
  )
}
