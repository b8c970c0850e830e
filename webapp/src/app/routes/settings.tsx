import { Settings as Cog } from 'lucide-react'
import { EmptyState } from '@/components/empty-state'
import { Page } from '@/components/page'
import { useText } from '@/lib/i18n'

export function Settings() {
  const text = useText()
  return (
    <Page title="place.settings">
      <EmptyState icon={Cog} title={text('place.settings')} what={text('layout.comes')} />
    </Page>
  )
}
