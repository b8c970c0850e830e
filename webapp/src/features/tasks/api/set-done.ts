import { useMutation, useQueryClient } from '@tanstack/react-query'
import { api, written } from '@/api/client'
import type { Task } from '@/api/types'
import { useText } from '@/lib/i18n'
import { patient } from '@/lib/patient'
import { sayProblem } from '@/lib/say-problem'
import { showToast } from '@/lib/toasts'
import { showTask } from '../lib/task-cache'
import { stopReading, tasksKey } from './get-tasks'

const complete = ({ id, title, version }: Task) =>
  written(api.POST('/api/v1/tasks/{id}/complete', { params: { path: { id } }, fetch: patient({ does: 'complete', title, about: id, version }) }))
const reopen = ({ id, title, version }: Task) =>
  written(api.POST('/api/v1/tasks/{id}/reopen', { params: { path: { id } }, fetch: patient({ does: 'reopen', title, about: id, version }) }))

/** Completes a task or opens it again: shown at once, taken back with the reason when the gateway refuses. */
export function useSetDone(task: Task) {
  const client = useQueryClient()
  const text = useText()
  const mutation = useMutation({
    mutationKey: [...tasksKey, task.id],
    scope: { id: task.id },
    mutationFn: (done: boolean) => (done ? complete(task) : reopen(task)),
    onMutate: async (done) => {
      const shown: Task = {
        ...task,
        status: done ? 'completed' : 'pending',
        completedAt: done ? new Date().toISOString() : null,
      }
      const readAgain = await stopReading(client)
      showTask(client, shown)
      if (done) {
        showToast({
          about: task.id,
          text: text('tasks.completed', { title: task.title }),
          action: { label: text('action.undo'), run: () => mutation.mutate(false) },
        })
      }
      return readAgain
    },
    onSuccess: ({ data }) => {
      // Kept until there is a connection: what shows already is all that is known.
      if (data === undefined) return
      // Undone before the answer came: the undoing shows already, and its own answer follows.
      if (client.isMutating({ mutationKey: [...tasksKey, task.id] }) > 1) return
      showTask(client, data)
    },
    onError: (error, done) => {
      showTask(client, task)
      const what = done ? 'tasks.notCompleted' : 'tasks.notReopened'
      showToast({ about: task.id, text: text(what, { title: task.title, reason: sayProblem(error, text) }) })
    },
    onSettled: (_task, error, _done, readAgain) => readAgain?.(error !== null),
  })
  return mutation
}
