import { api, written } from '@/api/client'
import { useOptimistic } from '@/hooks/use-optimistic'
import { useText } from '@/lib/i18n'
import { channelsKey, channelsOptions } from './get-channels'
import type { Channel } from './types'

/** Removes a channel; nothing more is sent by it. */
export function useRemoveChannel() {
  const text = useText()
  return useOptimistic({
    send: ({ id }: Channel) => written(api.DELETE('/api/v1/channels/{id}', { params: { path: { id } } })),
    touches: [channelsKey],
    show: (client, channel) =>
      client.setQueryData(channelsOptions.queryKey, (list) =>
        list && { ...list, items: list.items.filter(({ id }) => id !== channel.id) },
      ),
    said: (channel) => ({ about: channel.id, text: text('channels.said.removed', { name: channel.name }) }),
    refused: (channel, reason) => ({ about: channel.id, text: text('settings.notSaved', { reason }) }),
  })
}
