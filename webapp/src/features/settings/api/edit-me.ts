import { api, written } from '@/api/client'
import type { Me } from '@/api/types'
import { useOptimistic } from '@/hooks/use-optimistic'
import { useText } from '@/lib/i18n'
import { meKey } from '@/lib/query-client'

export type MeChange = Partial<Pick<Me, 'name' | 'zone' | 'workingHours' | 'evening' | 'weekStart'>>

/**
 * Changes the profile; with a zone, series without one of their own follow, and every time is said anew.
 *
 * @param quiet what is refused is told where it was written, and by no toast
 */
export function useEditMe({ quiet = false } = {}) {
  const text = useText()
  return useOptimistic({
    send: (change: MeChange) => written(api.PATCH('/api/v1/me', { body: change })),
    touches: [meKey, ['tasks'], ['task-count'], ['series'], ['reminders']],
    show: (client, change) => client.setQueryData<Me>(meKey, (me) => me && { ...me, ...change }),
    // How a line is understood depends on it: "tonight" is at the evening.
    settle: (client) => client.removeQueries({ queryKey: ['quick-add'] }),
    said: () => ({ about: 'me', text: text('settings.saved') }),
    refused: (_change, reason) => (quiet ? null : { about: 'me', text: text('settings.notSaved', { reason }) }),
  })
}
