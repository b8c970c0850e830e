import type { Due, Priority, Task } from '@/api/types'
import { isOpen } from './sections'

/** A date as "2026-11-27" with a time as "14:00", or "" for the whole day; in the person's zone, unless it names its own. */
export interface DueChoice {
  date: string
  time: string
  zone?: string
}

/** What a task's due begins as where it is changed: its own time and zone, on its own day or, without one, on the day given. */
export function asChoice(due: Due | null, day: string, zone: string): DueChoice {
  const own = due === null || due.zone === zone ? {} : { zone: due.zone }
  return { date: (due?.date ?? due?.local ?? day).slice(0, 10), time: due?.local?.slice(11, 16) ?? '', ...own }
}

/** What can be done to one task or to many. */
export type TaskChange =
  | { action: 'complete' }
  | { action: 'reopen' }
  | { action: 'delete' }
  | { action: 'move'; due: DueChoice | null }
  | { action: 'tag'; tag: string }
  | { action: 'untag'; tag: string }
  | { action: 'priority'; priority: Priority }

/** As the gateway keeps it: trimmed and in small letters. */
export const asTag = (written: string) => written.trim().replace(/^#/, '').trim().toLowerCase()

/** The task as it will be, to be shown before the gateway answers; null when it goes. */
export function changed(task: Task, change: TaskChange, asDue: (choice: DueChoice) => Due): Task | null {
  switch (change.action) {
    case 'complete':
      return isOpen(task) ? { ...task, status: 'completed', completedAt: new Date().toISOString() } : task
    case 'reopen':
      return task.status === 'completed' ? { ...task, status: 'pending', completedAt: null } : task
    case 'delete':
      return null
    case 'move':
      return { ...task, due: change.due === null ? null : asDue(change.due) }
    case 'tag':
      return { ...task, tags: [...new Set([...task.tags, change.tag])] }
    case 'untag':
      return { ...task, tags: task.tags.filter((tag) => tag !== change.tag) }
    case 'priority':
      return { ...task, priority: change.priority }
  }
}
