import { queryOptions, useQuery } from '@tanstack/react-query'
import { api, body } from '@/api/client'

/** The person's tags with how many tasks each has. */
export const tagsOptions = queryOptions({
  queryKey: ['tags'] as const,
  queryFn: ({ signal }) => body(api.GET('/api/v1/tags', { signal })),
})

/** Their names, for completing one; none while they are not known. */
export function useTagNames(): readonly string[] {
  const { data } = useQuery({ ...tagsOptions, retry: false })
  return data?.items.map(({ name }) => name) ?? []
}
