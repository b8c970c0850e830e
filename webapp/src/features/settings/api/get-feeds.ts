import { queryOptions } from '@tanstack/react-query'
import { api, body } from '@/api/client'

export const feedsKey = ['feeds'] as const

export const feedsOptions = queryOptions({
  queryKey: feedsKey,
  queryFn: ({ signal }) => body(api.GET('/api/v1/feeds', { params: { query: { limit: 50 } }, signal })),
})
