import { Page } from '@/components/page'
import { NewSeries } from '@/features/series/components/new-series'
import '@/features/series/strings'

export function RecurringNew() {
  return (
    <Page title="series.newTitle" wide>
      <NewSeries />
    </Page>
  )
}
