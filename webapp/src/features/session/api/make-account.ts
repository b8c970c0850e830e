import { useMutation, useQueryClient } from '@tanstack/react-query'
import { api } from '@/api/client'
import { enter } from '../lib/enter'

interface Wanted {
  name: string
  password: string
  /** '': none. */
  email: string
  /** The secret of an invitation, where accounts are made by invitation. */
  invitation: string | null
}

/** Makes an account in this device's zone, and signs in. */
export function useMakeAccount() {
  const client = useQueryClient()
  return useMutation({
    mutationFn: ({ email, invitation, ...who }: Wanted) =>
      api.POST('/api/v1/accounts', {
        body: { ...who, zone: Intl.DateTimeFormat().resolvedOptions().timeZone, ...(email !== '' && { email }), ...(invitation !== null && { invitation }) },
      }),
    onSuccess: () => enter(client),
  })
}
