import { queryOptions } from '@tanstack/react-query'
import { api, body } from '@/api/client'

export const tokensKey = ['tokens'] as const

export const tokensOptions = queryOptions({
  queryKey: tokensKey,
  queryFn: ({ signal }) => body(api.GET('/api/v1/me/tokens', { signal })),
})
