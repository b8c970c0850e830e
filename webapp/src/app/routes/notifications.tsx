import { Page } from '@/components/page'
import { NotificationPanel } from '@/features/notifications/components/notification-panel'

/** What the person was told. */
export function Notifications() {
  return (
    <Page title="place.notifications">
      <NotificationPanel />
    </Page>
  )
}
