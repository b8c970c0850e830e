import { useMutation, useQueryClient } from '@tanstack/react-query'
import { api } from '@/api/client'
import { forgetDrafts } from '@/lib/drafts'
import { forgetReads } from '@/lib/kept-reads'
import { forgetWrites } from '@/lib/outbox'
import { meKey } from '@/lib/query-client'
import { forgetPerson } from '@/lib/store'

/** Deletes the account and all that is in it, here and on this device; the page of signing in follows by itself. */
export function useLeave() {
  const client = useQueryClient()
  return useMutation({
    mutationFn: (current: string | null) => api.DELETE('/api/v1/me', { body: { current } }),
    onSuccess: async () => {
      forgetPerson()
      forgetDrafts()
      await Promise.all([forgetReads(), forgetWrites()])
      await client.resetQueries({ queryKey: meKey })
    },
  })
}
