import type { Task } from '@/api/types'
import { dayOf, daysAway, lateAt } from '@/lib/say-due'

export const sectionNames = ['late', 'today', 'next', 'someday', 'done'] as const
export type SectionName = (typeof sectionNames)[number]

/** How far the gateway's clock may be behind ours before a task that was just done jumps away. */
const SKEW = 5_000

export function isOpen(task: Pick<Task, 'status'>): boolean {
  return task.status === 'pending' || task.status === 'active'
}

/**
 * Where a task stands. Counted from when the page was opened, not from now: what becomes late, or is done, while
 * somebody looks stays where it is and only looks different.
 */
export function sectionOf(task: Task, openedAt: number, zone: string): SectionName {
  const closedAt = Date.parse(task.completedAt ?? task.updatedAt)
  if (!isOpen(task) && closedAt < openedAt - SKEW) return 'done'
  if (task.due == null) return 'someday'
  if (lateAt(task.due) < openedAt) return task.status === 'skipped' ? 'done' : 'late'
  return daysAway(task.due, openedAt, zone) <= 0 ? 'today' : 'next'
}

/** The tasks by section, each in its order; sections without a task are left out. */
export function inSections(tasks: readonly Task[], openedAt: number, zone: string): [SectionName, Task[]][] {
  const sections = new Map<SectionName, Task[]>(sectionNames.map((name) => [name, []]))
  for (const task of tasks) sections.get(sectionOf(task, openedAt, zone))?.push(task)
  return [...sections]
    .filter(([, members]) => members.length > 0)
    .map(([name, members]) => [name, members.sort(name === 'done' ? lastDoneFirst : firstDueFirst)])
}

function firstDueFirst(a: Task, b: Task): number {
  if (a.due == null || b.due == null) return b.createdAt.localeCompare(a.createdAt) || b.id.localeCompare(a.id)
  return Date.parse(a.due.at) - Date.parse(b.due.at) || a.createdAt.localeCompare(b.createdAt) || a.id.localeCompare(b.id)
}

function lastDoneFirst(a: Task, b: Task): number {
  return Date.parse(b.completedAt ?? b.updatedAt) - Date.parse(a.completedAt ?? a.updatedAt)
}

/** Two moments of one of the person's days: the page is sorted anew when the day changes. */
export function isSameDay(a: number, b: number, zone: string): boolean {
  return dayOf(a, zone).compare(dayOf(b, zone)) === 0
}
