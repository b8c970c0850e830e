import { queryOptions } from '@tanstack/react-query'
import { api, body } from '@/api/client'

/** The task that a reminder is about; what the task's own page has read is used as well. */
export const reminderTaskOptions = (id: string) =>
  queryOptions({
    queryKey: ['task', id] as const,
    queryFn: ({ signal }) => body(api.GET('/api/v1/tasks/{id}', { params: { path: { id } }, signal })),
  })
