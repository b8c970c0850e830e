import { useMutation, useQueryClient } from '@tanstack/react-query'
import { api } from '@/api/client'
import { enter } from '../lib/enter'

/** Signs in with a name or an e-mail address and a password. */
export function useSignIn() {
  const client = useQueryClient()
  return useMutation({
    mutationFn: (who: { name: string; password: string }) => api.POST('/api/v1/session', { body: who }),
    onSuccess: () => enter(client),
  })
}
