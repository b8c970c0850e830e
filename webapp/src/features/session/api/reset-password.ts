import { useMutation } from '@tanstack/react-query'
import { api } from '@/api/client'

/** Asks for a mail with a link that sets a new password; whether anybody has the address is not told. */
export function useAskReset() {
  return useMutation({ mutationFn: (email: string) => api.POST('/api/v1/accounts/reset', { body: { email } }) })
}

/** Sets the password by the token of such a link; every session ends. */
export function useResetPassword() {
  return useMutation({
    mutationFn: (wanted: { token: string; password: string }) => api.POST('/api/v1/accounts/password', { body: wanted }),
  })
}
