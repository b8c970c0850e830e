import { type QueryClient, useQueryClient } from '@tanstack/react-query'
import { api, type Written, written } from '@/api/client'
import type { Scope } from '@/api/types'
import { useOptimistic } from '@/hooks/use-optimistic'
import { useReader } from '@/hooks/use-reader'
import { patient } from '@/lib/patient'
import { format } from '@/lib/say-due'
import type { Entry } from '../lib/span'
import { tasksKey } from './get-tasks'
import { type Span, spanKey } from './get-span'

interface Move {
  entry: Entry
  /** Where it goes, "2026-11-27"; the time of day stays. */
  day: string
  /** Of a series: how far it reaches. Null: it is of none. */
  scope: Scope | null
}

/** Moves something to another day, as a drag or the arrow keys say it. */
export function useMoveEntry() {
  const client = useQueryClient()
  const { text, locale } = useReader()
  const sayDay = (day: string) =>
    format(Date.parse(`${day}T12:00:00Z`), { weekday: 'short', day: 'numeric', month: 'short' }, 'UTC', locale).replace(',', '')

  return useOptimistic<Move, unknown>({
    touches: [spanKey, tasksKey, ['task'], ['series']],
    send,
    show: (_client, move) => show(client, move),
    said: ({ entry, day }) => ({ about: entry.key, text: text('upcoming.moved', { title: entry.title, day: sayDay(day) }) }),
    refused: ({ entry }, reason) => ({ about: entry.key, text: text('upcoming.notMoved', { title: entry.title, reason }) }),
  })
}

function send({ entry: { task, of }, day, scope }: Move): Promise<Written<unknown>> {
  if (of !== null && scope !== null) {
    const [, time] = of.local.split('T')
    // A task of a series that was moved before keeps its own time of day.
    const own = task?.due?.local?.slice(11) ?? time
    return written(
      api.PATCH('/api/v1/series/{id}/occurrences/{local}', {
        params: { path: { id: of.seriesId, local: of.local }, query: { scope } },
        body: { start: own === undefined ? day : `${day}T${own}` },
      }),
    )
  }
  if (task === null) throw new Error('neither a task nor of a series')
  const time = task.due?.local?.slice(11)
  const due = time === undefined ? { date: day } : { local: `${day}T${time}`, ...(task.due && { zone: task.due.zone }) }
  const { id, title, version } = task
  return written(api.PATCH('/api/v1/tasks/{id}', { params: { path: { id } }, body: { due }, fetch: patient({ does: 'change', title, about: id, version }) }))
}

/** The days between where it is and where it goes, put onto what is shown; the gateway's answer is read afterwards. */
function show(client: QueryClient, { entry, day }: Move): void {
  const by = Date.parse(day) - Date.parse(entry.day)
  const later = (at: string) => new Date(Date.parse(at) + by).toISOString()
  client.setQueriesData<Span>({ queryKey: spanKey }, (span) =>
    span && {
      tasks: span.tasks.map((task) =>
        task.id === entry.task?.id && task.due !== null
          ? { ...task, due: { ...task.due, at: later(task.due.at), date: task.due.date === null ? null : day } }
          : task,
      ),
      series: span.series.map((series) =>
        entry.task === null && series.id === entry.of?.seriesId
          ? { ...series, occurrences: series.occurrences.map((one) => (one.local === entry.of?.local ? { ...one, at: later(one.at) } : one)) }
          : series,
      ),
    },
  )
}
