import { api, written } from '@/api/client'
import { useOptimistic } from '@/hooks/use-optimistic'
import { useText } from '@/lib/i18n'
import { feedsKey } from './get-feeds'
import type { Feed } from './types'

/** Revokes a feed: its address leads nowhere from now on. */
export function useRevokeFeed() {
  const text = useText()
  return useOptimistic({
    send: ({ id }: Feed) => written(api.DELETE('/api/v1/feeds/{id}', { params: { path: { id } } })),
    touches: [feedsKey],
    show: (client, feed) =>
      client.setQueryData(feedsKey, (list: { items: Feed[] } | undefined) =>
        list && { ...list, items: list.items.filter(({ id }) => id !== feed.id) },
      ),
    said: (feed) => ({ about: feed.id, text: text('feeds.said.revoked', { name: feed.name }) }),
    refused: (feed, reason) => ({ about: feed.id, text: text('settings.notSaved', { reason }) }),
  })
}
