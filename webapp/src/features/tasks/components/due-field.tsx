import { CalendarClock } from 'lucide-react'
import { useId, useRef, useState } from 'react'
import { Button } from '@/components/button'
import { useReader } from '@/hooks/use-reader'
import { dayOf, sayDue } from '@/lib/say-due'
import { asDue } from '../api/add-task'

/** A date as "2026-11-27" with a time as "14:00", or "" for the whole day; in the person's zone. */
export interface DueChoice {
  date: string
  time: string
}

interface DueFieldProps {
  value: DueChoice | null
  onChange: (value: DueChoice | null) => void
  onDone: () => void
}

/** When it is due: a word to choose, or a date and a time. */
export function DueField({ value, onChange, onDone }: DueFieldProps) {
  const reader = useReader()
  const { text } = reader
  const [open, setOpen] = useState(false)
  const opener = useRef<HTMLButtonElement>(null)
  const panelId = useId()

  const today = dayOf(reader.now, reader.zone)
  const choices = [
    { name: text('due.choose.today'), date: today.toString() },
    { name: text('due.choose.tomorrow'), date: today.add({ days: 1 }).toString() },
    { name: text('due.choose.nextWeek'), date: today.add({ days: 7 }).toString() },
  ]
  const said = value === null ? null : sayDue(asDue(value, reader.zone), true, reader).words

  const choose = (choice: DueChoice | null) => {
    onChange(choice)
    setOpen(false)
    onDone()
  }

  return (
    <div
      className="relative shrink-0"
      onBlur={(event) => {
        if (!event.currentTarget.contains(event.relatedTarget)) setOpen(false)
      }}
      onKeyDown={(event) => {
        if (event.key !== 'Escape' || !open) return
        event.stopPropagation()
        setOpen(false)
        opener.current?.focus()
      }}
    >
      <button
        ref={opener}
        type="button"
        aria-expanded={open}
        aria-controls={panelId}
        aria-label={said === null ? text('due.add') : text('due.change', { due: said })}
        className={`flex h-8 items-center gap-2 rounded-small px-2 text-small transition-colors hover:bg-hover pointer-coarse:h-11 ${said === null ? 'text-muted' : 'bg-accent-soft text-accent-strong'}`}
        onClick={() => setOpen(!open)}
      >
        <CalendarClock className="size-4" aria-hidden="true" />
        <span className={said === null ? 'hidden tablet:inline' : 'max-w-28 truncate'}>{said ?? text('due.when')}</span>
      </button>
      <div
        id={panelId}
        role="group"
        aria-label={text('due.when')}
        hidden={!open}
        className="absolute end-0 top-full z-30 mt-2 w-72 max-w-[calc(100vw-2rem)] flex-col gap-3 rounded-card border border-line bg-surface p-3 shadow-overlay not-[[hidden]]:flex"
      >
        <div className="flex flex-col">
          {choices.map(({ name, date }) => (
            <button
              key={date}
              type="button"
              className="flex min-h-8 items-center justify-between rounded-small px-2 text-start text-small hover:bg-hover pointer-coarse:min-h-11"
              onClick={() => choose({ date, time: value?.time ?? '' })}
            >
              {name}
              <span className="text-faint">{sayDayOf(date, reader.locale)}</span>
            </button>
          ))}
        </div>
        <div className="grid grid-cols-[5fr_4fr] gap-2">
          <Field label={text('due.date')}>
            <input
              type="date"
              value={value?.date ?? ''}
              onChange={(event) =>
                onChange(event.target.value === '' ? null : { date: event.target.value, time: value?.time ?? '' })
              }
              className={input}
            />
          </Field>
          <Field label={text('due.time')}>
            <input
              type="time"
              value={value?.time ?? ''}
              onChange={(event) => onChange({ date: value?.date ?? today.toString(), time: event.target.value })}
              className={input}
            />
          </Field>
        </div>
        <div className="flex justify-between">
          <Button look="quiet" disabled={value === null} onClick={() => choose(null)}>
            {text('due.clear')}
          </Button>
          <Button onClick={() => choose(value)}>{text('due.done')}</Button>
        </div>
      </div>
    </div>
  )
}

const input =
  'h-8 w-full min-w-0 rounded-small border border-line-strong bg-page ps-2 pe-1 text-small tabular-nums pointer-coarse:h-11'

function Field({ label, children }: { label: string; children: React.ReactNode }) {
  return (
    <label className="flex min-w-0 flex-col gap-1 text-small text-muted">
      {label}
      {children}
    </label>
  )
}

function sayDayOf(date: string, locale: string): string {
  return new Intl.DateTimeFormat(locale, { weekday: 'short', day: 'numeric', month: 'short', timeZone: 'UTC' })
    .format(Date.parse(`${date}T12:00:00Z`))
    .replace(',', '')
}
