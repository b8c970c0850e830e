import { useMutation, useQueryClient } from '@tanstack/react-query'
import { api, body } from '@/api/client'
import { channelsKey } from './get-channels'
import type { NewChannel } from './types'

export function useAddChannel() {
  const client = useQueryClient()
  return useMutation({
    mutationFn: (channel: NewChannel) => body(api.POST('/api/v1/channels', { body: channel })),
    onSettled: () => client.invalidateQueries({ queryKey: channelsKey }),
  })
}
