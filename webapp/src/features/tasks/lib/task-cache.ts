import type { InfiniteData, QueryClient } from '@tanstack/react-query'
import type { Task, TaskList } from '@/api/types'
import { tasksOptions } from '../api/get-tasks'

export type TaskPages = InfiniteData<TaskList>

export function allTasks(pages: TaskPages | undefined): Task[] {
  return pages?.pages.flatMap((page) => page.items) ?? []
}

/** Puts a task in place of the one with its id, or first of all when there is none. An older version changes nothing. */
export function withTask(pages: TaskPages, task: Task): TaskPages {
  const known = allTasks(pages).find(({ id }) => id === task.id)
  if (known !== undefined && known.version > task.version) return pages
  if (known !== undefined) return mapItems(pages, (items) => items.map((item) => (item.id === task.id ? task : item)))
  return {
    ...pages,
    pages: pages.pages.map((page, index) => (index === 0 ? { ...page, items: [task, ...page.items] } : page)),
  }
}

export function withoutTask(pages: TaskPages, id: string): TaskPages {
  return mapItems(pages, (items) => items.filter((item) => item.id !== id))
}

function mapItems(pages: TaskPages, change: (items: Task[]) => Task[]): TaskPages {
  return { ...pages, pages: pages.pages.map((page) => ({ ...page, items: change(page.items) })) }
}

/** Changes what the list shows; does nothing while there is no list. */
export function changeTasks(client: QueryClient, change: (pages: TaskPages) => TaskPages): void {
  client.setQueryData(tasksOptions.queryKey, (pages) => (pages === undefined ? pages : change(pages)))
}

/** A task that the gateway has not confirmed yet. */
export function isDraft(task: Pick<Task, 'id'>): boolean {
  return task.id.startsWith('draft-')
}
