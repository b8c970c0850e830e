import { api, written } from '@/api/client'
import { useOptimistic } from '@/hooks/use-optimistic'
import { useText } from '@/lib/i18n'
import { channelsKey, channelsOptions } from './get-channels'
import type { Channel } from './types'

/** Turns a channel on or off. */
export function useSwitchChannel() {
  const text = useText()
  return useOptimistic({
    send: ({ channel, enabled }: { channel: Channel; enabled: boolean }) =>
      written(api.PATCH('/api/v1/channels/{id}', { params: { path: { id: channel.id } }, body: { enabled } })),
    touches: [channelsKey],
    show: (client, { channel, enabled }) =>
      client.setQueryData(channelsOptions.queryKey, (list) =>
        list && { ...list, items: list.items.map((one) => (one.id === channel.id ? { ...one, enabled } : one)) },
      ),
    refused: ({ channel }, reason) => ({ about: channel.id, text: text('settings.notSaved', { reason }) }),
  })
}
