import type { QueryClient } from '@tanstack/react-query'
import { api, written } from '@/api/client'
import { useOptimistic } from '@/hooks/use-optimistic'
import { useText } from '@/lib/i18n'
import { seriesKey, seriesListOptions, oneSeriesOptions } from './get-series'
import type { Series } from './types'

export type StateChange = 'pause' | 'resume' | 'cancel'

interface Wanted {
  series: Series
  change: StateChange
}

/** Pauses, resumes or ends a series: at once, and taken back with the reason when the gateway refuses. */
export function useSetState() {
  const text = useText()
  return useOptimistic({
    send: ({ series, change }: Wanted) =>
      written(api.POST(`/api/v1/series/{id}/${change}`, { params: { path: { id: series.id } } })),
    touches: [seriesKey],
    show: (client, { series, change }) => {
      // What it resumes to is the gateway's to say: active, or still pending.
      if (change === 'pause') changeSeries(client, { ...series, status: 'paused', nextAt: null })
      if (change === 'cancel') changeSeries(client, { ...series, status: 'cancelled', nextAt: null })
    },
    settle: (client, series) => series && changeSeries(client, series),
    said: ({ series, change }) => ({ about: series.id, text: text(`series.said.${change}`, { title: series.title }) }),
    refused: ({ series }, reason) => ({ about: series.id, text: text('series.notChanged', { title: series.title, reason }) }),
  })
}

/** Puts a series in place of what is shown of it. */
function changeSeries(client: QueryClient, changed: Series): void {
  client.setQueryData(oneSeriesOptions(changed.id).queryKey, changed)
  client.setQueryData(seriesListOptions.queryKey, (list) =>
    list && {
      ...list,
      pages: list.pages.map((page) => ({
        ...page,
        items: page.items.map((series) => (series.id === changed.id ? changed : series)),
      })),
    },
  )
}
