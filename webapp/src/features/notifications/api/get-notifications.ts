import { type QueryClient, queryOptions } from '@tanstack/react-query'
import { api, body } from '@/api/client'
import type { Notification, NotificationList } from '@/api/types'
import { markFresh } from '@/lib/fresh'
import { text } from '@/lib/i18n'
import { showToast } from '@/lib/toasts'

const SHOWN = 20

export const notificationsOptions = queryOptions({
  queryKey: ['notifications'] as const,
  queryFn: ({ signal }) => body(api.GET('/api/v1/notifications', { params: { query: { limit: SHOWN } }, signal })),
})

/** Changes what the list shows; does nothing while there is no list. */
export function changeNotifications(client: QueryClient, change: (items: Notification[]) => Notification[]): void {
  client.setQueryData(notificationsOptions.queryKey, (list: NotificationList | undefined) =>
    list === undefined ? list : { ...list, items: change(list.items) },
  )
}

/** A notification as the stream tells it: first of all, and marked new; one that is known already changes nothing. */
export function showLiveNotification(client: QueryClient, notification: Notification): void {
  changeNotifications(client, (items) => {
    if (items.some(({ id }) => id === notification.id)) return items
    markFresh(notification.id)
    showToast({ about: notification.id, text: text('notifications.arrived', { title: notification.title }) })
    return [notification, ...items].slice(0, SHOWN)
  })
}
