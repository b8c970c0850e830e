import { queryOptions } from '@tanstack/react-query'
import { api, body } from '@/api/client'
import { forgetDrafts } from '@/lib/drafts'
import { forgetReads } from '@/lib/kept-reads'
import { personHere, setPersonHere } from '@/lib/person'
import { meKey } from '@/lib/query-client'
import { forgetPerson } from '@/lib/store'

/**
 * Who is signed in; a Problem with status 401 when nobody is. What somebody else read or wrote in this browser is forgotten
 * before anything is shown.
 */
export const meOptions = queryOptions({
  queryKey: meKey,
  queryFn: async ({ signal, client }) => {
    const me = await body(api.GET('/api/v1/me', { signal }))
    const before = personHere()
    if (before !== null && before !== me.id) {
      forgetPerson()
      forgetDrafts()
      await forgetReads()
      client.removeQueries({ predicate: ({ queryKey }) => queryKey[0] !== meKey[0] })
    }
    setPersonHere(me.id)
    return me
  },
  staleTime: 5 * 60_000,
})
