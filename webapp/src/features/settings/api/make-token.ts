import { useMutation, useQueryClient } from '@tanstack/react-query'
import type { ApiToken } from '@/api/types'
import { api, body } from '@/api/client'
import { tokensKey } from './get-tokens'

/** Makes a token; only this answer knows its secret. */
export function useMakeToken() {
  const client = useQueryClient()
  return useMutation({
    mutationFn: (token: Pick<ApiToken, 'name' | 'scope'>) => body(api.POST('/api/v1/me/tokens', { body: token })),
    onSettled: () => client.invalidateQueries({ queryKey: tokensKey }),
  })
}
