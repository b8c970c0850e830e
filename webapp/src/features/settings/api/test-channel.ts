import { useMutation, useQueryClient } from '@tanstack/react-query'
import { api, body } from '@/api/client'
import { channelsKey } from './get-channels'
import type { Channel } from './types'

/** Sends something by a channel; where an address is not confirmed yet, another code. */
export function useTestChannel() {
  const client = useQueryClient()
  return useMutation({
    mutationFn: ({ id }: Channel) => body(api.POST('/api/v1/channels/{id}/test', { params: { path: { id } } })),
    onSettled: () => client.invalidateQueries({ queryKey: channelsKey }),
  })
}
