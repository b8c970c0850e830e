import type { OpenSession } from '@/api/types'
import { api, written } from '@/api/client'
import { useOptimistic } from '@/hooks/use-optimistic'
import { useText } from '@/lib/i18n'
import { sessionsKey, sessionsOptions } from './get-sessions'

/** Signs another browser out. */
export function useEndSession() {
  const text = useText()
  return useOptimistic({
    send: ({ id }: OpenSession) => written(api.DELETE('/api/v1/me/sessions/{id}', { params: { path: { id } } })),
    touches: [sessionsKey],
    show: (client, session) =>
      client.setQueryData(sessionsOptions.queryKey, (list) =>
        list && { ...list, items: list.items.filter(({ id }) => id !== session.id) },
      ),
    refused: ({ id }, reason) => ({ about: id, text: text('settings.notSaved', { reason }) }),
  })
}
