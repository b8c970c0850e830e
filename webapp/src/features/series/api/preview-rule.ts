import { keepPreviousData, queryOptions } from '@tanstack/react-query'
import { api, body } from '@/api/client'
import type { PreviewQuestion } from './types'

/** What a rule would come to; a Problem names the part of the rule that cannot be. */
export const previewOptions = (question: PreviewQuestion) =>
  queryOptions({
    queryKey: ['preview', question] as const,
    queryFn: ({ signal }) => body(api.POST('/api/v1/recurrence/preview', { body: question, signal })),
    placeholderData: keepPreviousData,
    staleTime: 5 * 60_000,
  })
