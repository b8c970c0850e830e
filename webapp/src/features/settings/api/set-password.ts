import { useMutation, useQueryClient } from '@tanstack/react-query'
import { api } from '@/api/client'
import { useText } from '@/lib/i18n'
import { meKey } from '@/lib/query-client'
import { showToast } from '@/lib/toasts'

interface Wanted {
  /** Null: there was none. */
  current: string | null
  password: string
}

/** Sets the password; every other session ends. */
export function useSetPassword() {
  const client = useQueryClient()
  const text = useText()
  return useMutation({
    mutationFn: (wanted: Wanted) => api.PUT('/api/v1/me/password', { body: wanted }),
    onSuccess: async () => {
      showToast({ about: 'password', text: text('password.changed') })
      await client.invalidateQueries({ queryKey: meKey })
      await client.invalidateQueries({ queryKey: ['sessions'] })
    },
  })
}
