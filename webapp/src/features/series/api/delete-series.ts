import { api, written } from '@/api/client'
import { useOptimistic } from '@/hooks/use-optimistic'
import { useText } from '@/lib/i18n'
import { seriesKey, seriesListOptions } from './get-series'
import type { Series } from './types'

/** Deletes a series; the tasks that it made stay. */
export function useDeleteSeries() {
  const text = useText()
  return useOptimistic({
    send: (series: Series) => written(api.DELETE('/api/v1/series/{id}', { params: { path: { id: series.id } } })),
    touches: [seriesKey],
    show: (client, series) =>
      client.setQueryData(seriesListOptions.queryKey, (list) =>
        list && {
          ...list,
          pages: list.pages.map((page) => ({ ...page, items: page.items.filter(({ id }) => id !== series.id) })),
        },
      ),
    said: (series) => ({ about: series.id, text: text('series.said.delete', { title: series.title }) }),
    refused: (series, reason) => ({ about: series.id, text: text('series.notChanged', { title: series.title, reason }) }),
  })
}
