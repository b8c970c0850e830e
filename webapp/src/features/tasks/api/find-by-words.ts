import { keepPreviousData, queryOptions } from '@tanstack/react-query'
import { api, body } from '@/api/client'

const MOST = 6

/** A few tasks whose title or notes have these words; open ones, the newest first. */
export const byWordsOptions = (words: string) =>
  queryOptions({
    queryKey: ['tasks-by-words', words] as const,
    queryFn: ({ signal }) =>
      body(api.GET('/api/v1/tasks', { params: { query: { q: `is:open "${words.replaceAll('"', ' ')}"`, limit: MOST } }, signal })),
    enabled: words.length > 1,
    placeholderData: keepPreviousData,
    retry: false,
  })
