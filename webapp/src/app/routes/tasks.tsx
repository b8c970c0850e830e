import { ListChecks } from 'lucide-react'
import { EmptyState } from '@/components/empty-state'
import { Page } from '@/components/page'
import { useText } from '@/lib/i18n'

export function Tasks() {
  const text = useText()
  return (
    <Page title="place.tasks">
      <EmptyState icon={ListChecks} title={text('place.tasks')} what={text('layout.comes')} />
    </Page>
  )
}
