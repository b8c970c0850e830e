import { Tag } from 'lucide-react'
import { EmptyState } from '@/components/empty-state'
import { Page } from '@/components/page'
import { useText } from '@/lib/i18n'

export function Tags() {
  const text = useText()
  return (
    <Page title="place.tags">
      <EmptyState icon={Tag} title={text('place.tags')} what={text('layout.comes')} />
    </Page>
  )
}
