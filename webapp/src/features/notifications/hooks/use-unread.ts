import { useQuery } from '@tanstack/react-query'
import { notificationsOptions } from '../api/get-notifications'

/** How many notifications, of those that are shown, nobody has read. */
export function useUnread(): number {
  const { data } = useQuery({
    ...notificationsOptions,
    select: ({ items }) => items.filter(({ status }) => status === 'unread').length,
  })
  return data ?? 0
}
