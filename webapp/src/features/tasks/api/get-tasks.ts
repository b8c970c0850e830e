import { infiniteQueryOptions, keepPreviousData, type QueryClient, queryOptions } from '@tanstack/react-query'
import { api, body } from '@/api/client'

export const tasksKey = ['tasks'] as const

/** Which tasks, in the query grammar, and in which order: `due`, `priority`, `created`, `updated`, `title`, `-` turns it round. */
export interface TaskSearch {
  q: string
  sort: string
}

/** What Today shows. */
export const todaySearch: TaskSearch = { q: 'is:open OR completed:today', sort: 'due' }

const PAGE = 100

/** The person's tasks that a search finds, page by page. */
export const tasksOptions = ({ q, sort }: TaskSearch) =>
  infiniteQueryOptions({
    queryKey: [...tasksKey, { q, sort }] as const,
    queryFn: ({ pageParam, signal }) =>
      body(
        api.GET('/api/v1/tasks', {
          params: { query: { ...(q !== '' && { q }), sort, limit: PAGE, ...(pageParam !== null && { cursor: pageParam }) } },
          signal,
        }),
      ),
    initialPageParam: null as string | null,
    getNextPageParam: (page) => page.nextCursor,
    // While another search is on its way, the last one stays to be seen.
    placeholderData: keepPreviousData,
  })

export const countKey = ['task-count'] as const

/** How many tasks a search finds. */
export const countOptions = (q: string) =>
  queryOptions({
    queryKey: [...countKey, q] as const,
    queryFn: ({ signal }) => body(api.GET('/api/v1/tasks/count', { params: { query: { q } }, signal })),
    placeholderData: keepPreviousData,
  })

/**
 * Stops a read whose answer would undo what an action shows. Call what it gives back when the action has ended: it reads
 * again if a read was stopped, or if the action failed and nothing here is sure any more.
 */
export async function stopReading(client: QueryClient): Promise<(failed: boolean) => Promise<void>> {
  const stopped = client.isFetching({ queryKey: tasksKey }) > 0
  await client.cancelQueries({ queryKey: tasksKey })
  return async (failed) => {
    if (stopped || failed) await client.invalidateQueries({ queryKey: tasksKey })
  }
}
