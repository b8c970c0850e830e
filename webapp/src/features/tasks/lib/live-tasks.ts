import type { QueryClient } from '@tanstack/react-query'
import type { Task } from '@/api/types'
import { markFresh } from '@/lib/fresh'
import { tasksKey, tasksOptions } from '../api/get-tasks'
import { allTasks, changeTasks, isDraft, withoutTask, withTask } from './task-cache'

/** A task as the stream tells it: new ones are marked so, unless this page is just adding that one. */
export function showLiveTask(client: QueryClient, task: Task): void {
  if (client.isMutating({ mutationKey: [...tasksKey, task.id] }) > 0) return // the action's own answer comes

  const shown = allTasks(client.getQueryData(tasksOptions.queryKey))
  const draft = shown.find((other) => isDraft(other) && other.title === task.title)
  if (draft !== undefined) changeTasks(client, (pages) => withoutTask(pages, draft.id))
  else if (!shown.some(({ id }) => id === task.id)) markFresh(task.id)
  changeTasks(client, (pages) => withTask(pages, task))
}

export function hideLiveTask(client: QueryClient, id: string): void {
  changeTasks(client, (pages) => withoutTask(pages, id))
}
