import { useMutation, useQueryClient } from '@tanstack/react-query'
import { api, body } from '@/api/client'
import { seriesKey } from './get-series'
import type { Scope, Series, SeriesPatch } from './types'

interface Edit {
  series: Series
  patch: SeriesPatch
  /** The occurrence that it was made at, and how far it reaches; null: all, whatever it was made at. */
  at: { local: string; scope: Scope } | null
}

/** Edits what somebody has seen: a Problem with status 412 when it was changed meanwhile. */
export function useEditSeries() {
  const client = useQueryClient()
  return useMutation({
    mutationFn: async ({ series, patch, at }: Edit): Promise<Series> => {
      const header = { 'If-Match': `"${series.version}"` }
      if (at === null) {
        return body(api.PATCH('/api/v1/series/{id}', { params: { path: { id: series.id }, header }, body: patch }))
      }
      const { local, scope } = at
      const edited = await body(
        api.PATCH('/api/v1/series/{id}/occurrences/{local}', {
          params: { path: { id: series.id, local }, query: { scope }, header },
          body: patch,
        }),
      )
      return edited.series
    },
    onSettled: () =>
      Promise.all([client.invalidateQueries({ queryKey: seriesKey }), client.invalidateQueries({ queryKey: ['tasks'] })]),
  })
}
