import { keepPreviousData, queryOptions } from '@tanstack/react-query'
import { api, body } from '@/api/client'
import type { Series, Task } from '@/api/types'
import type { SeriesSpan } from '../lib/span'

export const spanKey = ['span'] as const

/** More on the days of six weeks than anybody can look at. */
const MOST_TASKS = 1_000
const PAGE = 200

export interface Span {
  tasks: Task[]
  series: SeriesSpan[]
}

/**
 * What is due in a span of days, and what series will make in it. `first` and `end` are dates of the person's calendar, the
 * end exclusive; `from` and `to` the instants that they begin at.
 */
export const spanOptions = (days: { first: string; end: string; from: string; to: string }) =>
  queryOptions({
    queryKey: [...spanKey, days.first, days.end] as const,
    queryFn: async ({ signal }): Promise<Span> => {
      const [tasks, series] = await Promise.all([readTasks(days, signal), readSeries(days, signal)])
      return { tasks, series }
    },
    placeholderData: keepPreviousData,
  })

async function readTasks({ first, end }: { first: string; end: string }, signal: AbortSignal): Promise<Task[]> {
  const tasks: Task[] = []
  let cursor: string | null = null
  do {
    const page: { items: Task[]; nextCursor: string | null } = await body(
      api.GET('/api/v1/tasks', {
        params: { query: { q: `is:open due>=${first} due<${end}`, sort: 'due', limit: PAGE, ...(cursor !== null && { cursor }) } },
        signal,
      }),
    )
    tasks.push(...page.items)
    cursor = page.nextCursor
  } while (cursor !== null && tasks.length < MOST_TASKS)
  return tasks
}

async function readSeries({ from, to }: { from: string; to: string }, signal: AbortSignal): Promise<SeriesSpan[]> {
  const { items } = await body(api.GET('/api/v1/series', { params: { query: { limit: PAGE } }, signal }))
  const running = items.filter(({ status, nextAt }) => (status === 'pending' || status === 'active') && nextAt !== null && nextAt < to)
  return Promise.all(running.map((series) => readOccurrences(series, from, to, signal)))
}

async function readOccurrences({ id, title, priority }: Series, from: string, to: string, signal: AbortSignal): Promise<SeriesSpan> {
  const { items } = await body(
    api.GET('/api/v1/series/{id}/occurrences', { params: { path: { id }, query: { from, to, limit: PAGE } }, signal }),
  )
  return { id, title, priority, occurrences: items }
}
