import { useMutation, useQueryClient } from '@tanstack/react-query'
import type { Tag } from '@/api/types'
import { api, body } from '@/api/client'
import { everywhere } from './get-tags'

/** Renames a tag; a Problem with code `name-taken` when there is another of that name, unless both are to become one. */
export function useRenameTag() {
  const client = useQueryClient()
  return useMutation({
    mutationFn: ({ tag, name, merge }: { tag: Tag; name: string; merge: boolean }) =>
      body(
        api.PATCH('/api/v1/tags/{name}', { params: { path: { name: tag.name } }, body: { name, ...(merge && { merge }) } }),
      ),
    onSettled: () => Promise.all(everywhere.map((queryKey) => client.invalidateQueries({ queryKey }))),
  })
}
