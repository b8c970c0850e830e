import type { Tag } from '@/api/types'
import { api, written } from '@/api/client'
import { useOptimistic } from '@/hooks/use-optimistic'
import { useText } from '@/lib/i18n'
import { tagsOptions, everywhere } from './get-tags'

/** Takes a tag away from all that has it. */
export function useDeleteTag() {
  const text = useText()
  return useOptimistic({
    send: ({ name }: Tag) => written(api.DELETE('/api/v1/tags/{name}', { params: { path: { name } } })),
    touches: everywhere,
    show: (client, tag) =>
      client.setQueryData(tagsOptions.queryKey, (list) =>
        list && { ...list, items: list.items.filter(({ name }) => name !== tag.name) },
      ),
    said: ({ name }) => ({ about: name, text: text('tags.said.deleted', { name }) }),
    refused: ({ name }, reason) => ({ about: name, text: text('tags.notChanged', { name, reason }) }),
  })
}
