import { CalendarDays } from 'lucide-react'
import { EmptyState } from '@/components/empty-state'
import { Page } from '@/components/page'
import { useText } from '@/lib/i18n'

export function Upcoming() {
  const text = useText()
  return (
    <Page title="place.upcoming">
      <EmptyState icon={CalendarDays} title={text('place.upcoming')} what={text('layout.comes')} />
    </Page>
  )
}
