import { keepPreviousData, queryOptions } from '@tanstack/react-query'
import { api, body } from '@/api/client'

/** How a line would be understood, before anybody saves it. */
export const previewOptions = (line: string) =>
  queryOptions({
    queryKey: ['quick-add', line] as const,
    queryFn: ({ signal }) => body(api.POST('/api/v1/quick-add/preview', { body: { text: line }, signal })),
    placeholderData: keepPreviousData,
    retry: false,
    gcTime: 60_000,
  })

export type LinePreview = Awaited<ReturnType<NonNullable<ReturnType<typeof previewOptions>['queryFn']>>>
