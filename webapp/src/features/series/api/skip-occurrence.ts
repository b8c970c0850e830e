import { api, written } from '@/api/client'
import { useOptimistic } from '@/hooks/use-optimistic'
import { useText } from '@/lib/i18n'
import { seriesKey } from './get-series'
import type { Occurrence, Series } from './types'

interface Wanted {
  series: Series
  occurrence: Occurrence
  /** The occurrence as people say it. */
  when: string
}

/** Leaves one occurrence out of its series; the task that it has goes to the trash. */
export function useSkipOccurrence() {
  const text = useText()
  return useOptimistic({
    send: ({ series, occurrence }: Wanted) =>
      written(
        api.DELETE('/api/v1/series/{id}/occurrences/{local}', {
          params: { path: { id: series.id, local: occurrence.local }, query: { scope: 'this' } },
        }),
      ),
    touches: [seriesKey, ['tasks']],
    show: (client, { series, occurrence }) =>
      client.setQueriesData({ queryKey: [...seriesKey, 'occurrences', series.id] }, (list: { items: Occurrence[] } | undefined) =>
        list && { ...list, items: list.items.filter(({ local }) => local !== occurrence.local) },
      ),
    said: ({ series, when }) => ({ about: series.id, text: text('series.said.skip', { title: series.title, when }) }),
    refused: ({ series }, reason) => ({ about: series.id, text: text('series.notChanged', { title: series.title, reason }) }),
  })
}
