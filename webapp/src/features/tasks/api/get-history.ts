import { queryOptions } from '@tanstack/react-query'
import { api, body } from '@/api/client'

/** What became of a task, the latest first. */
export const historyOptions = (id: string) =>
  queryOptions({
    queryKey: ['task', id, 'history'] as const,
    queryFn: ({ signal }) => body(api.GET('/api/v1/tasks/{id}/history', { params: { path: { id } }, signal })),
  })
