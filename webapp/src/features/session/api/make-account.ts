import { useMutation, useQueryClient } from '@tanstack/react-query'
import { api } from '@/api/client'
import { formatLocale } from '@/lib/i18n'
import { weekStartIn } from '@/lib/week'
import { enter } from '../lib/enter'

interface Wanted {
  name: string
  password: string
  /** '': none. */
  email: string
  /** The secret of an invitation, where accounts are made by invitation. */
  invitation: string | null
}

/** Makes an account in this device's zone and with its weeks, and signs in. */
export function useMakeAccount() {
  const client = useQueryClient()
  return useMutation({
    mutationFn: async ({ email, invitation, ...who }: Wanted) => {
      await api.POST('/api/v1/accounts', {
        body: { ...who, zone: Intl.DateTimeFormat().resolvedOptions().timeZone, ...(email !== '' && { email }), ...(invitation !== null && { invitation }) },
      })
      const weekStart = weekStartIn(formatLocale)
      // The account is there whatever comes of this; Settings has it too.
      if (weekStart !== 'monday') await api.PATCH('/api/v1/me', { body: { weekStart } }).catch(() => undefined)
    },
    onSuccess: () => enter(client),
  })
}
