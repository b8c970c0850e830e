import type { ApiToken } from '@/api/types'
import { api, written } from '@/api/client'
import { useOptimistic } from '@/hooks/use-optimistic'
import { useText } from '@/lib/i18n'
import { tokensKey, tokensOptions } from './get-tokens'

/** Revokes a token; what uses it is refused from now on. */
export function useRevokeToken() {
  const text = useText()
  return useOptimistic({
    send: ({ id }: ApiToken) => written(api.DELETE('/api/v1/me/tokens/{id}', { params: { path: { id } } })),
    touches: [tokensKey],
    show: (client, token) =>
      client.setQueryData(tokensOptions.queryKey, (list) =>
        list && { ...list, items: list.items.filter(({ id }) => id !== token.id) },
      ),
    refused: ({ id }, reason) => ({ about: id, text: text('settings.notSaved', { reason }) }),
  })
}
