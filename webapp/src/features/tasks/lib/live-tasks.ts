import { hashKey, type QueryClient } from '@tanstack/react-query'
import type { Task } from '@/api/types'
import { markFresh } from '@/lib/fresh'
import { spanKey } from '../api/get-span'
import { countKey, tasksKey, tasksOptions, todaySearch } from '../api/get-tasks'
import { allTasks, findShown, hideTask, isDraft, showNewTask, type TaskPages } from './task-cache'

/** A task as the stream tells it: new ones are marked so, unless this page is just adding that one. */
export function showLiveTask(client: QueryClient, task: Task): void {
  if (client.isMutating({ mutationKey: [...tasksKey, task.id] }) > 0) return // the action's own answer comes

  const today = allTasks(client.getQueryData<TaskPages>(tasksOptions(todaySearch).queryKey))
  const draft = today.find((other) => isDraft(other) && other.title === task.title)
  if (draft !== undefined) hideTask(client, draft.id)
  const known = findShown(client, task.id) !== undefined
  if (!known && draft === undefined) markFresh(task.id)
  showNewTask(client, task)
  void client.invalidateQueries({ queryKey: spanKey })
  if (!known) readOtherListsSoon(client)
}

/**
 * Marks as new what Today shows after it was read again and what was made since: the stream had not told it, for it was away
 * or not begun. Ends with what it gives back.
 */
export function markWhatCame(client: QueryClient): () => void {
  const { queryKey } = tasksOptions(todaySearch)
  const hash = hashKey(queryKey)
  let shown = client.getQueryData<TaskPages>(queryKey)
  return client.getQueryCache().subscribe((event) => {
    if (event.type !== 'updated' || event.action.type !== 'success' || event.query.queryHash !== hash) return
    const before = shown
    shown = event.query.state.data as TaskPages
    // What this page itself shows is no news, nor is another page of the same list.
    if (before === undefined || event.action.manual === true || before.pages.length !== shown.pages.length) return
    const known = allTasks(before)
    const latest = Math.max(...known.map(({ createdAt }) => Date.parse(createdAt)))
    allTasks(shown)
      .filter((task) => Date.parse(task.createdAt) > latest && !known.some(({ id, title }) => id === task.id || (isDraft({ id }) && title === task.title)))
      .forEach(({ id }) => markFresh(id))
  })
}

export function hideLiveTask(client: QueryClient, id: string): void {
  hideTask(client, id)
  readOtherListsSoon(client)
}

let reading: ReturnType<typeof setTimeout> | undefined

/** Which lists a new task belongs to, the gateway alone knows. A thousand new ones are one reason to ask. */
function readOtherListsSoon(client: QueryClient): void {
  reading ??= setTimeout(() => {
    reading = undefined
    void client.invalidateQueries({ queryKey: countKey })
    void client.invalidateQueries({
      queryKey: tasksKey,
      predicate: ({ queryKey }) => queryKey[1] !== undefined && (queryKey[1] as { q?: string }).q !== todaySearch.q,
    })
  }, 500)
}
