import { useMutation, useQueryClient } from '@tanstack/react-query'
import { api, body } from '@/api/client'
import { seriesKey } from './get-series'
import type { NewSeries } from './types'

/** `key` makes a repeated try the same try. */
export function useCreateSeries() {
  const client = useQueryClient()
  return useMutation({
    mutationFn: ({ draft, key }: { draft: NewSeries; key: string }) =>
      body(api.POST('/api/v1/series', { body: draft, headers: { 'Idempotency-Key': key } })),
    onSettled: () => client.invalidateQueries({ queryKey: seriesKey }),
  })
}
