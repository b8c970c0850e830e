import { useQueryClient } from '@tanstack/react-query'
import { api, type Written, written } from '@/api/client'
import type { Task } from '@/api/types'
import { useText } from '@/lib/i18n'
import { patient } from '@/lib/patient'
import { sayProblem } from '@/lib/say-problem'
import { showsWaiting } from '@/lib/shown-waiting'
import { showToast } from '@/lib/toasts'
import { showTask } from '../lib/task-cache'
import { stopReading, tasksKey } from './get-tasks'

const complete = ({ id, title, version }: Task) =>
  written(api.POST('/api/v1/tasks/{id}/complete', { params: { path: { id } }, fetch: patient({ does: 'complete', title, about: id, version }) }))
const reopen = ({ id, title, version }: Task) =>
  written(api.POST('/api/v1/tasks/{id}/reopen', { params: { path: { id } }, fetch: patient({ does: 'reopen', title, about: id, version }) }))

/**
 * Completes a task or opens it again: shown at once, taken back with the reason when the gateway refuses. One for all rows:
 * a list of thousands has no mutation for each.
 */
export function useSetDone(): (task: Task, done: boolean) => void {
  const client = useQueryClient()
  const text = useText()

  const setDone = (task: Task, done: boolean) => {
    const key = [...tasksKey, task.id]
    const shown: Task = { ...task, status: done ? 'completed' : 'pending', completedAt: done ? new Date().toISOString() : null }
    const options = client.defaultMutationOptions({
      mutationKey: key,
      scope: { id: task.id },
      mutationFn: () => (done ? complete(task) : reopen(task)),
      onMutate: async () => {
        const readAgain = await stopReading(client)
        showTask(client, shown)
        if (done) {
          showToast({
            about: task.id,
            text: text('tasks.completed', { title: task.title }),
            action: { label: text('action.undo'), run: () => setDone(task, false) },
          })
        }
        return readAgain
      },
      onSuccess: ({ data, keptAs }: Written<Task | undefined>) => {
        // Kept until there is a connection: what shows already is all that is known.
        if (keptAs !== null) showsWaiting({ keptAs, show: () => showTask(client, shown), hide: () => showTask(client, task) })
        if (data === undefined) return
        // Undone before the answer came: the undoing shows already, and its own answer follows.
        if (client.isMutating({ mutationKey: key }) > 1) return
        showTask(client, data)
      },
      onError: (error: Error) => {
        showTask(client, task)
        const what = done ? 'tasks.notCompleted' : 'tasks.notReopened'
        showToast({ about: task.id, text: text(what, { title: task.title, reason: sayProblem(error, text) }) })
      },
      onSettled: (_answer: unknown, error: Error | null, _nothing: unknown, readAgain: ((failed: boolean) => Promise<void>) | undefined) => readAgain?.(error !== null),
    })
    // What went wrong has been said.
    void client.getMutationCache().build(client, options).execute(undefined).catch(() => undefined)
  }
  return setDone
}
