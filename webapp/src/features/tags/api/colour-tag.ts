import type { Tag } from '@/api/types'
import { api, written } from '@/api/client'
import { useOptimistic } from '@/hooks/use-optimistic'
import { useText } from '@/lib/i18n'
import { tagsKey, tagsOptions } from './get-tags'

/** Gives a tag a colour, or takes it away: null. */
export function useColourTag() {
  const text = useText()
  return useOptimistic({
    send: ({ tag, colour }: { tag: Tag; colour: string | null }) =>
      written(api.PATCH('/api/v1/tags/{name}', { params: { path: { name: tag.name } }, body: { colour } })),
    touches: [tagsKey],
    show: (client, { tag, colour }) =>
      client.setQueryData(tagsOptions.queryKey, (list) =>
        list && { ...list, items: list.items.map((one) => (one.name === tag.name ? { ...one, colour } : one)) },
      ),
    refused: ({ tag }, reason) => ({ about: tag.name, text: text('tags.notChanged', { name: tag.name, reason }) }),
  })
}
