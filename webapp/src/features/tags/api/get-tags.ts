import { queryOptions } from '@tanstack/react-query'
import { api, body } from '@/api/client'

export const tagsKey = ['tags'] as const

export const tagsOptions = queryOptions({
  queryKey: tagsKey,
  queryFn: ({ signal }) => body(api.GET('/api/v1/tags', { signal })),
})

/** Wherever a tag stands: renaming or deleting one changes tasks and series. */
export const everywhere = [tagsKey, ['tasks'], ['series']] as const
