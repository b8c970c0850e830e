import { infiniteQueryOptions } from '@tanstack/react-query'
import { api, body } from '@/api/client'

export const tasksKey = ['tasks'] as const

const PAGE = 50

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
