import { queryOptions } from '@tanstack/react-query'
import { api, body } from '@/api/client'

export const channelsKey = ['channels'] as const

export const channelsOptions = queryOptions({
  queryKey: [...channelsKey, 'list'] as const,
  queryFn: ({ signal }) => body(api.GET('/api/v1/channels', { params: { query: { limit: 100 } }, signal })),
})

/** By what people can be reached here, and the key with which a browser subscribes. */
export const channelKindsOptions = queryOptions({
  queryKey: [...channelsKey, 'kinds'] as const,
  queryFn: ({ signal }) => body(api.GET('/api/v1/channels/kinds', { signal })),
  staleTime: Infinity,
})

const SHOWN_DELIVERIES = 5

/** What became of the last things that were sent; asked again while one is under way. */
export const deliveriesOptions = (id: string) =>
  queryOptions({
    queryKey: [...channelsKey, 'deliveries', id] as const,
    queryFn: ({ signal }) =>
      body(api.GET('/api/v1/channels/{id}/deliveries', { params: { path: { id }, query: { limit: SHOWN_DELIVERIES } }, signal })),
    refetchInterval: ({ state }) => (state.data?.items.some(({ status }) => status === 'pending') === true ? 1_000 : false),
  })
