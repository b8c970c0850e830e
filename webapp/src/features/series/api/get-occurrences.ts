import { queryOptions } from '@tanstack/react-query'
import { api, body } from '@/api/client'
import { seriesKey } from './get-series'

/** From the beginning of a day on; the moment itself would make each look a question of its own. */
export const occurrencesOptions = (id: string, from: string, to: string) =>
  queryOptions({
    queryKey: [...seriesKey, 'occurrences', id, from, to] as const,
    queryFn: ({ signal }) =>
      body(
        api.GET('/api/v1/series/{id}/occurrences', { params: { path: { id }, query: { from, to, limit: 20 } }, signal }),
      ),
  })
