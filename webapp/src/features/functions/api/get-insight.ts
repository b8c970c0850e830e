import { queryOptions } from '@tanstack/react-query'
import { api, body } from '@/api/client'
import { follow, type LiveInsight } from '../lib/history'

const key = ['insight'] as const

/** What the functions do, asked every 2 s while the page is looked at, with the last minute of it. */
export const insightOptions = queryOptions({
  queryKey: key,
  queryFn: async ({ client, signal }): Promise<LiveInsight> => {
    const now = await body(api.GET('/api/v1/insight', { signal }))
    return follow(client.getQueryData<LiveInsight>(key), now)
  },
  refetchInterval: 2_000,
  refetchIntervalInBackground: false,
  structuralSharing: false,
})
