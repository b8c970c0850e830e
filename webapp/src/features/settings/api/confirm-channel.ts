import { useMutation, useQueryClient } from '@tanstack/react-query'
import { api, body } from '@/api/client'
import { channelsKey } from './get-channels'
import type { Channel } from './types'

/** Says that e-mail is wanted there, with the code that was sent. */
export function useConfirmChannel() {
  const client = useQueryClient()
  return useMutation({
    mutationFn: ({ channel, code }: { channel: Channel; code: string }) =>
      body(api.POST('/api/v1/channels/{id}/confirm', { params: { path: { id: channel.id } }, body: { code } })),
    onSettled: () => client.invalidateQueries({ queryKey: channelsKey }),
  })
}
