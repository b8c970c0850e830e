import { useMutation, useQueryClient } from '@tanstack/react-query'
import { api, written } from '@/api/client'
import type { Notification } from '@/api/types'
import { useText } from '@/lib/i18n'
import { patient } from '@/lib/patient'
import { sayProblem } from '@/lib/say-problem'
import { showToast } from '@/lib/toasts'
import { changeNotifications, notificationsOptions } from './get-notifications'

/** Marks one as read: at once, and taken back with the reason when the gateway refuses. */
export function useMarkRead() {
  const client = useQueryClient()
  const text = useText()
  return useMutation({
    mutationFn: ({ id, title }: Notification) =>
      written(api.POST('/api/v1/notifications/{id}/read', { params: { path: { id } }, fetch: patient({ does: 'read', title, about: id }) })),
    onMutate: async ({ id }) => {
      await client.cancelQueries({ queryKey: notificationsOptions.queryKey })
      changeNotifications(client, (items) =>
        items.map((item) => (item.id === id ? { ...item, status: 'read', readAt: new Date().toISOString() } : item)),
      )
    },
    onError: (error, before) => {
      changeNotifications(client, (items) => items.map((item) => (item.id === before.id ? before : item)))
      showToast({ about: before.id, text: text('notifications.notRead', { title: before.title, reason: sayProblem(error, text) }) })
    },
    onSettled: (answer) => (answer?.keptAs == null ? client.invalidateQueries({ queryKey: notificationsOptions.queryKey }) : undefined),
  })
}
