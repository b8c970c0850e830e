import { queryOptions } from '@tanstack/react-query'
import type { paths } from '@/api/schema'
import { api, body, written } from '@/api/client'
import { useOptimistic } from '@/hooks/use-optimistic'
import { useText } from '@/lib/i18n'
import type { TaskSearch } from './get-tasks'

export type Filter = paths['/api/v1/filters']['get']['responses'][200]['content']['application/json']['items'][number]

const key = ['filters'] as const

/** The searches that somebody keeps by name. */
export const filtersOptions = queryOptions({
  queryKey: key,
  queryFn: ({ signal }) => body(api.GET('/api/v1/filters', { signal })),
})

export function useKeepFilter() {
  const text = useText()
  return useOptimistic({
    touches: [key],
    send: (filter: TaskSearch & { name: string }) => written(api.POST('/api/v1/filters', { body: filter })),
    said: ({ name }) => ({ about: `filter ${name}`, text: text('filter.kept', { name }) }),
    refused: ({ name }, reason) => ({ about: `filter ${name}`, text: text('filter.notKept', { name, reason }) }),
  })
}

export function useRemoveFilter() {
  const text = useText()
  return useOptimistic({
    touches: [key],
    send: ({ id }: Filter) => written(api.DELETE('/api/v1/filters/{id}', { params: { path: { id } } })),
    show: (client, { id }) =>
      client.setQueryData(filtersOptions.queryKey, (list) => list && { ...list, items: list.items.filter((other) => other.id !== id) }),
    said: ({ id, name }) => ({ about: id, text: text('filter.removed', { name }) }),
    refused: ({ id, name }, reason) => ({ about: id, text: text('filter.notRemoved', { name, reason }) }),
  })
}
