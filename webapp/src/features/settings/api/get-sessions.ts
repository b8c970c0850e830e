import { queryOptions } from '@tanstack/react-query'
import { api, body } from '@/api/client'

export const sessionsKey = ['sessions'] as const

export const sessionsOptions = queryOptions({
  queryKey: sessionsKey,
  queryFn: ({ signal }) => body(api.GET('/api/v1/me/sessions', { signal })),
})
