import { useMutation, useQueryClient } from '@tanstack/react-query'
import { api, body } from '@/api/client'
import { feedsKey } from './get-feeds'

/** Makes a feed; only this answer knows its address. */
export function useMakeFeed() {
  const client = useQueryClient()
  return useMutation({
    mutationFn: (name: string) => body(api.POST('/api/v1/feeds', { body: { name } })),
    onSettled: () => client.invalidateQueries({ queryKey: feedsKey }),
  })
}
