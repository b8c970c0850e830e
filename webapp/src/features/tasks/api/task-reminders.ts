import { queryOptions } from '@tanstack/react-query'
import { api, body, type Written, written } from '@/api/client'
import { useOptimistic } from '@/hooks/use-optimistic'
import { useText } from '@/lib/i18n'
import { patient } from '@/lib/patient'

const key = (taskId: string) => ['reminders', { taskId }] as const

/** A task's reminders, the first to come first. */
export const taskRemindersOptions = (taskId: string) =>
  queryOptions({
    queryKey: key(taskId),
    queryFn: ({ signal }) => body(api.GET('/api/v1/reminders', { params: { query: { taskId } }, signal })),
    select: ({ items }) => [...items].sort((a, b) => a.fireAt.localeCompare(b.fireAt)),
  })

/** Reminds of a task so long before it is due: an ISO 8601 period, `PT15M` or `P1D`. */
export function useAddReminder(taskId: string) {
  const text = useText()
  return useOptimistic<string, unknown>({
    touches: [key(taskId)],
    send: (before) => written(api.POST('/api/v1/reminders', { body: { taskId, before }, fetch: patient({ does: 'remind', title: '', about: taskId }) })),
    refused: (_before, reason) => ({ about: taskId, text: text('task.reminder.notAdded', { reason }) }),
  })
}

export function useRemoveReminder(taskId: string) {
  const text = useText()
  return useOptimistic<string, unknown>({
    touches: [key(taskId)],
    send: (id): Promise<Written<unknown>> => written(api.DELETE('/api/v1/reminders/{id}', { params: { path: { id } } })),
    said: () => ({ about: taskId, text: text('task.reminder.removed') }),
    refused: (_id, reason) => ({ about: taskId, text: text('task.reminder.notRemoved', { reason }) }),
  })
}
