import { parseDate } from '@internationalized/date'
import { AlarmClock, CalendarDays, CircleHelp, Clock, Hash, type LucideIcon, Repeat } from 'lucide-react'
import type { QuickPart } from '@/api/types'
import type { Priority } from '@/api/types'
import { useReader } from '@/hooks/use-reader'
import { dayOf, format, type Reader } from '@/lib/say-due'
import type { LinePreview } from '../api/preview-line'
import { PriorityMark } from './priority-mark'

const icons: Partial<Record<QuickPart['kind'], LucideIcon>> = {
  date: CalendarDays,
  time: Clock,
  recurrence: Repeat,
  start: CalendarDays,
  end: CalendarDays,
  tag: Hash,
  reminder: AlarmClock,
}

/** How a line is understood: each of its words as what it will be, or the question that is still open. */
export function LineParts({ line, preview }: { line: string; preview: LinePreview }) {
  const reader = useReader()
  const question = preview.parts.find(({ kind }) => kind === 'unclear')
  const parts = preview.parts.filter(({ kind, to }) => kind !== 'title' && kind !== 'command' && kind !== 'unclear' && to <= line.length)
  return (
    <ul aria-label={reader.text('quickAdd.understood')} className="flex flex-wrap gap-1.5">
      {parts.map((part) => {
        const Icon = icons[part.kind]
        return (
          <li
            key={`${part.from}-${part.kind}`}
            title={line.slice(part.from, part.to)}
            className="flex min-h-6 items-center gap-1.5 rounded-full bg-accent-soft px-2 text-accent-strong"
          >
            {Icon !== undefined && <Icon className="size-3.5" aria-hidden="true" />}
            {part.kind === 'priority' ? <PriorityChip priority={part.value as Priority} reader={reader} /> : say(part, line, reader)}
          </li>
        )
      })}
      {question !== undefined && (
        <li className="flex min-h-6 items-center gap-1.5 text-soon">
          <CircleHelp className="size-3.5" aria-hidden="true" />
          {question.value}
        </li>
      )}
    </ul>
  )
}

function PriorityChip({ priority, reader }: { priority: Priority; reader: Reader }) {
  return (
    <>
      <span aria-hidden="true" className="ps-1 pe-0.5">
        <PriorityMark priority={priority} quiet={false} />
      </span>
      {reader.text(`tasks.priority.${priority}`)}
    </>
  )
}

function say({ kind, value, from, to }: QuickPart, line: string, { locale, zone, now, text }: Reader): string {
  if (/^\d{4}-\d\d-\d\d$/.test(value)) {
    const days = parseDate(value).compare(dayOf(now, zone))
    if (days === 0 || days === 1) return text(days === 0 ? 'due.today' : 'due.tomorrow')
    return format(Date.parse(`${value}T12:00:00Z`), { weekday: 'short', day: 'numeric', month: 'short' }, 'UTC', locale).replace(',', '')
  }
  if (kind === 'time' && /^\d\d:\d\d/.test(value)) {
    return format(Date.parse(`1970-01-01T${value.slice(0, 5)}:00Z`), { timeStyle: 'short' }, 'UTC', locale)
  }
  if (kind === 'time' && value.endsWith('Z')) return format(Date.parse(value), { timeStyle: 'short' }, zone, locale)
  return kind === 'tag' ? value : line.slice(from, to)
}
