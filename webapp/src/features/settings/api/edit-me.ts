import { useQueryClient } from '@tanstack/react-query'
import { api, written } from '@/api/client'
import type { Me } from '@/api/types'
import { useOptimistic } from '@/hooks/use-optimistic'
import { useText } from '@/lib/i18n'
import { meKey } from '@/lib/query-client'

type MeChange = Partial<Pick<Me, 'name' | 'zone'>>

/** Who is signed in, as it was read when the app began. */
export function useMe(): Me | undefined {
  return useQueryClient().getQueryData<Me>(meKey)
}

/** Changes the profile; with a zone, series without one of their own follow, and every time is said anew. */
export function useEditMe() {
  const text = useText()
  return useOptimistic({
    send: (change: MeChange) => written(api.PATCH('/api/v1/me', { body: change })),
    touches: [meKey, ['tasks'], ['series'], ['reminders']],
    show: (client, change) => client.setQueryData<Me>(meKey, (me) => me && { ...me, ...change }),
    said: () => ({ about: 'me', text: text('settings.saved') }),
    refused: (_change, reason) => ({ about: 'me', text: text('settings.notSaved', { reason }) }),
  })
}
