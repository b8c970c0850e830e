import { type CalendarDate, parseDate } from '@internationalized/date'
import { useRef } from 'react'
import { useReader } from '@/hooks/use-reader'
import { dayOf, format } from '@/lib/say-due'
import { useDayTarget } from '../hooks/use-day-drag'
import type { Entry } from '../lib/span'
import { EntryChip } from './entry-chip'

interface AgendaProps {
  days: readonly CalendarDate[]
  entries: ReadonlyMap<string, Entry[]>
  onMove: (entry: Entry, day: string) => void
}

/** Day after day, each with what stands on it; a day without anything is one quiet line. */
export function Agenda({ days, entries, onMove }: AgendaProps) {
  return (
    <div className="flex flex-col">
      {days.map((day) => (
        <Day key={day.toString()} day={day.toString()} entries={entries.get(day.toString()) ?? []} onMove={onMove} />
      ))}
    </div>
  )
}

function Day({ day, entries, onMove }: { day: string; entries: readonly Entry[]; onMove: AgendaProps['onMove'] }) {
  const { text, locale, now, zone } = useReader()
  const section = useRef<HTMLElement>(null)
  const over = useDayTarget(section, day)
  const noon = Date.parse(`${day}T12:00:00Z`)
  const away = parseDate(day).compare(dayOf(now, zone))
  const near = away === 0 ? text('due.today') : away === 1 ? text('due.tomorrow') : null
  return (
    <section
      ref={section}
      aria-label={format(noon, { weekday: 'long', day: 'numeric', month: 'long' }, 'UTC', locale)}
      className={`grid grid-cols-[4rem_minmax(0,1fr)] gap-x-2 border-t border-line py-2 transition-colors tablet:grid-cols-[6rem_minmax(0,1fr)] tablet:gap-x-4 ${over ? 'bg-accent-soft' : ''}`}
    >
      <h2 className="flex flex-col pt-1.5 text-small">
        <span className={`font-strong ${away === 0 ? 'text-accent' : ''}`}>
          {format(noon, { day: 'numeric', month: 'short' }, 'UTC', locale)}
        </span>
        <span className={away === 0 ? 'text-accent' : 'text-faint'}>{near ?? format(noon, { weekday: 'short' }, 'UTC', locale)}</span>
      </h2>
      {entries.length === 0 ? (
        <p className="flex min-h-row items-center text-small text-faint">{text('upcoming.free')}</p>
      ) : (
        <ul className="flex flex-col gap-1">
          {entries.map((entry) => (
            <li key={entry.key}>
              <EntryChip entry={entry} onMove={onMove} wide />
            </li>
          ))}
        </ul>
      )}
    </section>
  )
}
