import { queryOptions } from '@tanstack/react-query'
import { api, body } from '@/api/client'

const LATEST = 60

/** How many seconds after its moment each of the person's latest reminders was told, the oldest first. */
export const latenessOptions = queryOptions({
  // Among the reminders: the stream says when one of them has come.
  queryKey: ['reminders', 'lateness'] as const,
  queryFn: async ({ signal }) => {
    const { items } = await body(api.GET('/api/v1/reminders', { params: { query: { status: 'delivered', limit: LATEST } }, signal }))
    return items
      .flatMap(({ fireAt, handledAt }) => (handledAt === null ? [] : [{ handledAt, seconds: Math.max(0, Date.parse(handledAt) - Date.parse(fireAt)) / 1000 }]))
      .sort((a, b) => a.handledAt.localeCompare(b.handledAt))
      .map(({ seconds }) => seconds)
  },
})
