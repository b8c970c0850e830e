import { Repeat } from 'lucide-react'
import { EmptyState } from '@/components/empty-state'
import { Page } from '@/components/page'
import { useText } from '@/lib/i18n'

export function Recurring() {
  const text = useText()
  return (
    <Page title="place.recurring">
      <EmptyState icon={Repeat} title={text('place.recurring')} what={text('layout.comes')} />
    </Page>
  )
}
