import { queryOptions } from '@tanstack/react-query'
import { api, body } from '@/api/client'
import { meKey } from '@/lib/query-client'

/** Who is signed in; a Problem with status 401 when nobody is. */
export const meOptions = queryOptions({
  queryKey: meKey,
  queryFn: ({ signal }) => body(api.GET('/api/v1/me', { signal })),
  staleTime: 5 * 60_000,
})
