import { Page } from '@/components/page'
import { MarkAllRead } from '@/features/notifications/components/mark-all-read'
import { NotificationPanel } from '@/features/notifications/components/notification-panel'
import '@/features/notifications/strings'
import { useText } from '@/lib/i18n'

/** What the person was told. */
export function Notifications() {
  const text = useText()
  return (
    <Page title="place.notifications" lead={text('notifications.lead')} actions={<MarkAllRead />}>
      <NotificationPanel />
    </Page>
  )
}
