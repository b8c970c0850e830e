import { queryOptions } from '@tanstack/react-query'
import { api, body } from '@/api/client'

/** How people get in here: who may make an account, by whom else they are known, whether a password is reset by mail. */
export const waysOptions = queryOptions({
  queryKey: ['ways'] as const,
  queryFn: ({ signal }) => body(api.GET('/api/v1/session/ways', { signal })),
  staleTime: 5 * 60_000,
})
