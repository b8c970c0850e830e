import { useMutation, useQueryClient } from '@tanstack/react-query'
import { api, present, written } from '@/api/client'
import { seriesKey } from './get-series'
import type { NewSeries } from './types'

/** Makes a series; `key` makes a repeated try the same try. With it comes the change that undoing names. */
export function useCreateSeries() {
  const client = useQueryClient()
  return useMutation({
    mutationFn: async ({ draft, key }: { draft: NewSeries; key: string }) => {
      const { data, changeId } = await written(api.POST('/api/v1/series', { body: draft, headers: { 'Idempotency-Key': key } }))
      return { series: present(data), changeId }
    },
    onSettled: () => client.invalidateQueries({ queryKey: seriesKey }),
  })
}
