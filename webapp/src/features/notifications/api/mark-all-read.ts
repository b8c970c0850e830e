import { api, written } from '@/api/client'
import { useOptimistic } from '@/hooks/use-optimistic'
import { useText } from '@/lib/i18n'
import { changeNotifications, notificationsOptions } from './get-notifications'

/** Marks all as read, also those that are not shown: at once, and taken back with the reason when the gateway refuses. */
export function useMarkAllRead() {
  const text = useText()
  return useOptimistic<string, unknown>({
    send: () => written(api.POST('/api/v1/notifications/read-all')),
    touches: [notificationsOptions.queryKey],
    show: (client, now) =>
      changeNotifications(client, (items) =>
        items.map((item) => (item.status === 'read' ? item : { ...item, status: 'read', readAt: now })),
      ),
    refused: (_now, reason) => ({ about: 'notifications', text: text('notifications.notAllRead', { reason }) }),
  })
}
