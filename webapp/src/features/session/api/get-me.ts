import { queryOptions } from '@tanstack/react-query'
import { api, body } from '@/api/client'
import { claimDrafts } from '@/lib/drafts'
import { meKey } from '@/lib/query-client'

/** Who is signed in; a Problem with status 401 when nobody is. */
export const meOptions = queryOptions({
  queryKey: meKey,
  queryFn: async ({ signal }) => {
    const me = await body(api.GET('/api/v1/me', { signal }))
    claimDrafts(me.id)
    return me
  },
  staleTime: 5 * 60_000,
})
