import { infiniteQueryOptions, type QueryClient } from '@tanstack/react-query'
import { api, body } from '@/api/client'

export const tasksKey = ['tasks'] as const

const PAGE = 100

/** The person's tasks of every state, page by page. */
export const tasksOptions = infiniteQueryOptions({
  queryKey: tasksKey,
  queryFn: ({ pageParam, signal }) =>
    body(
      api.GET('/api/v1/tasks', {
        params: { query: pageParam === null ? { limit: PAGE } : { limit: PAGE, cursor: pageParam } },
        signal,
      }),
    ),
  initialPageParam: null as string | null,
  getNextPageParam: (page) => page.nextCursor,
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
