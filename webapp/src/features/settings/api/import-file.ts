import { useMutation, useQueryClient } from '@tanstack/react-query'
import { api, present, written } from '@/api/client'

/** The gateway takes no larger file. */
export const MAX_BYTES = 64 * 1024 * 1024

/** Reads a calendar file, or what the export of everything made; a dry run tells what would come of it and writes nothing. The change is what undoes it. */
export function useImportFile() {
  const client = useQueryClient()
  return useMutation({
    mutationFn: async ({ file, dryRun }: { file: File; dryRun: boolean }) => {
      const { data, changeId } = await written(
        api.POST('/api/v1/import', {
          params: { query: { dryRun } },
          headers: { 'Content-Type': file.name.toLowerCase().endsWith('.json') ? 'application/json' : 'text/calendar' },
          body: '',
          bodySerializer: () => file, // as it is, without reading it into a string
        }),
      )
      return { report: present(data), changeId }
    },
    onSuccess: (_answer, { dryRun }) => {
      if (!dryRun) void client.invalidateQueries()
    },
  })
}
