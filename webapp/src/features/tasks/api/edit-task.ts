import { useQueryClient } from '@tanstack/react-query'
import { api, written } from '@/api/client'
import { Problem } from '@/api/problem'
import type { Task, TaskPatch } from '@/api/types'
import { useOptimistic } from '@/hooks/use-optimistic'
import { useText } from '@/lib/i18n'
import { patient } from '@/lib/patient'
import { showTask } from '../lib/task-cache'
import { tasksKey } from './get-tasks'

interface Edit {
  patch: TaskPatch
  /** What it looks like until the gateway has answered. */
  shown: Partial<Task>
  /** The version that was being looked at; another one there is a conflict. */
  version: number
}

/**
 * Edits a task as it was looked at. When it has changed meanwhile nothing is saved, and `onConflict` gets the task as it is
 * now.
 */
export function useEditTask(task: Task, onConflict: (current: Task) => void) {
  const client = useQueryClient()
  const text = useText()
  return useOptimistic<Edit, Task | undefined>({
    touches: [tasksKey, ['task', task.id]],
    reads: false,
    send: async ({ patch, version }) => {
      try {
        return await written(
          api.PATCH('/api/v1/tasks/{id}', {
            params: { path: { id: task.id }, header: { 'If-Match': `"${version}"` } },
            body: patch,
            fetch: patient({ does: 'change', title: task.title, about: task.id, version }),
          }),
        )
      } catch (error) {
        if (error instanceof Problem && error.status === 412) onConflict(error.current as Task)
        throw error
      }
    },
    show: (_client, { shown }) => showTask(client, { ...task, ...shown }),
    settle: (_client, saved) => {
      if (saved !== undefined) showTask(client, saved)
      void client.invalidateQueries({ queryKey: ['task', task.id, 'history'] })
    },
    said: () => ({ about: task.id, text: text('task.saved', { title: task.title }) }),
    refused: (_edit, reason) => ({ about: task.id, text: text('task.notSaved', { title: task.title, reason }) }),
  })
}
