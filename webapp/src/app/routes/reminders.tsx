import { AlarmClock } from 'lucide-react'
import { EmptyState } from '@/components/empty-state'
import { Page } from '@/components/page'
import { useText } from '@/lib/i18n'

export function Reminders() {
  const text = useText()
  return (
    <Page title="place.reminders">
      <EmptyState icon={AlarmClock} title={text('place.reminders')} what={text('layout.comes')} />
    </Page>
  )
}
