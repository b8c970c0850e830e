import { queryOptions } from '@tanstack/react-query'
import { api, body } from '@/api/client'

export const taskKey = (id: string) => ['task', id] as const

export const taskOptions = (id: string) =>
  queryOptions({
    queryKey: taskKey(id),
    queryFn: ({ signal }) => body(api.GET('/api/v1/tasks/{id}', { params: { path: { id } }, signal })),
  })
