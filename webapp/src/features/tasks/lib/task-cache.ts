import type { InfiniteData, QueryClient } from '@tanstack/react-query'
import type { Task, TaskList } from '@/api/types'
import { type Span, spanKey } from '../api/get-span'
import { taskKey } from '../api/get-task'
import { tasksKey, tasksOptions, todaySearch } from '../api/get-tasks'

export type TaskPages = InfiniteData<TaskList>

export function allTasks(pages: TaskPages | undefined): Task[] {
  return pages?.pages.flatMap((page) => page.items) ?? []
}

/** Puts a task in place of the one with its id. An older version changes nothing. */
function replaced(pages: TaskPages, task: Task): TaskPages {
  const known = allTasks(pages).find(({ id }) => id === task.id)
  if (known === undefined || known.version > task.version) return pages
  return mapItems(pages, (items) => items.map((item) => (item.id === task.id ? task : item)))
}

/** The same, and first of all when there is none. */
export function withTask(pages: TaskPages, task: Task): TaskPages {
  if (allTasks(pages).some(({ id }) => id === task.id)) return replaced(pages, task)
  return {
    ...pages,
    pages: pages.pages.map((page, index) => (index === 0 ? { ...page, items: [task, ...page.items] } : page)),
  }
}

export function withoutTask(pages: TaskPages, id: string): TaskPages {
  if (!allTasks(pages).some((item) => item.id === id)) return pages
  return mapItems(pages, (items) => items.filter((item) => item.id !== id))
}

function mapItems(pages: TaskPages, change: (items: Task[]) => Task[]): TaskPages {
  return { ...pages, pages: pages.pages.map((page) => ({ ...page, items: change(page.items) })) }
}

/** Changes what every list shows; does nothing while there is none. */
function changeLists(client: QueryClient, change: (pages: TaskPages) => TaskPages): void {
  client.setQueriesData<TaskPages>({ queryKey: tasksKey }, (pages) => (pages === undefined ? pages : change(pages)))
}

/** Shows a task as it is now wherever it stands: a list that it may newly belong to is read again when it is next seen. */
export function showTask(client: QueryClient, task: Task): void {
  changeLists(client, (pages) => replaced(pages, task))
  client.setQueryData<Task>(taskKey(task.id), (known) => (known !== undefined && known.version > task.version ? known : task))
}

/** Shows a task that is new: Today sorts it in by itself. */
export function showNewTask(client: QueryClient, task: Task): void {
  client.setQueryData<TaskPages>(tasksOptions(todaySearch).queryKey, (pages) => (pages === undefined ? pages : withTask(pages, task)))
  showTask(client, task)
}

export function hideTask(client: QueryClient, id: string): void {
  changeLists(client, (pages) => withoutTask(pages, id))
}

/** A task that some list or calendar shows. */
export function findShown(client: QueryClient, id: string): Task | undefined {
  for (const [, pages] of client.getQueriesData<TaskPages>({ queryKey: tasksKey })) {
    const found = allTasks(pages).find((task) => task.id === id)
    if (found !== undefined) return found
  }
  for (const [, span] of client.getQueriesData<Span>({ queryKey: spanKey })) {
    const found = span?.tasks.find((task) => task.id === id)
    if (found !== undefined) return found
  }
  return client.getQueryData<Task>(taskKey(id))
}

const DRAFT = 'draft-'

/** The id that a task has until the gateway has confirmed it. */
export const draftId = (key: string) => DRAFT + key

/** A task that the gateway has not confirmed yet. */
export function isDraft(task: Pick<Task, 'id'>): boolean {
  return task.id.startsWith(DRAFT)
}
