import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query'
import { api, body } from '@/api/client'
import type { SeriesList } from './types'

export const seriesKey = ['series'] as const

/** All of them, the newest first, a part at a time. */
export const seriesListOptions = infiniteQueryOptions({
  queryKey: [...seriesKey, 'list'] as const,
  queryFn: ({ pageParam, signal }): Promise<SeriesList> =>
    body(api.GET('/api/v1/series', { params: { query: { limit: 100, ...(pageParam !== null && { cursor: pageParam }) } }, signal })),
  initialPageParam: null as string | null,
  getNextPageParam: ({ nextCursor }) => nextCursor,
})

export const oneSeriesOptions = (id: string) =>
  queryOptions({
    queryKey: [...seriesKey, 'one', id] as const,
    queryFn: ({ signal }) => body(api.GET('/api/v1/series/{id}', { params: { path: { id } }, signal })),
  })
