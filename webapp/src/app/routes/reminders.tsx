import { Page } from '@/components/page'
import { ReminderPage } from '@/features/reminders/components/reminder-page'
import '@/features/reminders/strings'
import { useText } from '@/lib/i18n'

/** What was told, what will be, and why. */
export function Reminders() {
  const text = useText()
  return (
    <Page title="place.reminders" lead={text('reminders.lead')}>
      <ReminderPage />
    </Page>
  )
}
