import { useParams, useSearch } from '@tanstack/react-router'
import { Page } from '@/components/page'
import { EditSeries } from '@/features/series/components/edit-series'
import '@/features/series/strings'

export function RecurringEdit() {
  const { seriesId } = useParams({ from: '/recurring/$seriesId' })
  const { from } = useSearch({ from: '/recurring/$seriesId' })
  return (
    <Page title="series.editTitle" wide>
      <EditSeries key={`${seriesId} ${from ?? ''}`} id={seriesId} {...(from !== undefined && { from })} />
    </Page>
  )
}
