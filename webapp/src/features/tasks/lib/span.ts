import { type CalendarDate, endOfMonth, endOfWeek, startOfMonth, startOfWeek } from '@internationalized/date'
import type { Priority, SeriesOccurrence, Task } from '@/api/types'
import { dayOf, format } from '@/lib/say-due'
import type { FirstDay } from '@/lib/week'

/** Something on a day: a task, or an occurrence of a series that is not made yet. */
export interface Entry {
  key: string
  title: string
  priority: Priority
  /** The day it stands on, "2026-11-27". */
  day: string
  /** Null: the whole day. */
  at: string | null
  task: Task | null
  /** The series that it is of, and the occurrence by the rule's own local time. */
  of: { seriesId: string; local: string } | null
  /** The zone's clocks moved it. */
  shifted: boolean
}

export interface SeriesSpan {
  id: string
  title: string
  priority: Priority
  occurrences: readonly SeriesOccurrence[]
}

/** What stands on the days of a span, in its order; an occurrence that was made is there as its task alone. */
export function entriesOf(tasks: readonly Task[], series: readonly SeriesSpan[], zone: string): Entry[] {
  const made = tasks.flatMap((task): Entry[] =>
    task.due === null
      ? []
      : [
          {
            key: task.id,
            title: task.title,
            priority: task.priority,
            day: task.due.date ?? dayOf(Date.parse(task.due.at), zone).toString(),
            at: task.due.date === null ? task.due.at : null,
            task,
            of: task.seriesId !== null && task.occurrence !== null ? { seriesId: task.seriesId, local: task.occurrence } : null,
            shifted: false,
          },
        ],
  )
  const toCome = series.flatMap(({ id, title, priority, occurrences }) =>
    occurrences
      .filter(({ task }) => task === null)
      .map(
        ({ local, at, zoneShift }): Entry => ({
          key: `${id} ${local}`,
          title,
          priority,
          day: local.includes('T') ? dayOf(Date.parse(at), zone).toString() : local,
          at: local.includes('T') ? at : null,
          task: null,
          of: { seriesId: id, local },
          shifted: zoneShift !== 'none',
        }),
      ),
  )
  return [...made, ...toCome].sort((a, b) => a.day.localeCompare(b.day) || (a.at ?? '').localeCompare(b.at ?? '') || a.title.localeCompare(b.title))
}

export function byDay(entries: readonly Entry[]): ReadonlyMap<string, Entry[]> {
  const days = new Map<string, Entry[]>()
  for (const entry of entries) days.set(entry.day, [...(days.get(entry.day) ?? []), entry])
  return days
}

/** The first and the last day that the weeks of a month have. */
export function edgesOf(month: CalendarDate, firstDay: FirstDay): { first: CalendarDate; last: CalendarDate } {
  // Where the week begins is said, so the locale has no say in it.
  const locale = 'en'
  return { first: startOfWeek(startOfMonth(month), locale, firstDay), last: endOfWeek(endOfMonth(month), locale, firstDay) }
}

/** The weeks that show a month, with the days of its neighbours that fill them. */
export function weeksOf(month: CalendarDate, firstDay: FirstDay): CalendarDate[][] {
  const weeks: CalendarDate[][] = []
  const { first, last } = edgesOf(month, firstDay)
  for (let start = first; start.compare(last) <= 0; start = start.add({ weeks: 1 })) {
    const begins = start
    weeks.push(Array.from({ length: 7 }, (_, index) => begins.add({ days: index })))
  }
  return weeks
}

/** The time of an entry as the reader's clock shows it. */
export function timeOf({ at }: Entry, zone: string, locale: string): string {
  return at === null ? '' : format(Date.parse(at), { timeStyle: 'short' }, zone, locale)
}
