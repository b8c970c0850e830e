import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query'
import { api, body } from '@/api/client'
import type { ReminderList, ReminderStatus } from './types'

export const remindersKey = ['reminders'] as const

/** Those of a state, the newest first, a part at a time; each names its task, which is read beside it. */
const PART = 30

export const remindersOptions = (status: ReminderStatus) =>
  infiniteQueryOptions({
    queryKey: [...remindersKey, 'list', status] as const,
    queryFn: ({ pageParam, signal }): Promise<ReminderList> =>
      body(
        api.GET('/api/v1/reminders', {
          params: { query: { status, limit: PART, ...(pageParam !== null && { cursor: pageParam }) } },
          signal,
        }),
      ),
    initialPageParam: null as string | null,
    getNextPageParam: ({ nextCursor }) => nextCursor,
  })

/** A reminder's story, in its order. */
export const historyOptions = (id: string) =>
  queryOptions({
    queryKey: [...remindersKey, 'history', id] as const,
    queryFn: ({ signal }) => body(api.GET('/api/v1/reminders/{id}/history', { params: { path: { id } }, signal })),
  })
