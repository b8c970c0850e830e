import type { Notification, Task } from './types'

/** What the stream carries: the CloudEvents type and its payload. A thing that is null has been deleted. */
export interface LiveEvents {
  'task.instance_created': { task: Task }
  'task.status_changed': { from: string; task: Task }
  'task.overdue': { taskId: string; dueAt: string }
  'task.changed': { taskId: string; task: Task | null }
  'series.changed': { seriesId: string }
  'reminder.changed': { reminderId: string }
  'notification.created': { notification: Notification }
}

export type LiveType = keyof LiveEvents

/** One event: its type decides its payload. */
export type LiveEvent = { [Type in LiveType]: { type: Type; data: LiveEvents[Type] } }[LiveType]

export const liveTypes: readonly LiveType[] = [
  'task.instance_created',
  'task.status_changed',
  'task.overdue',
  'task.changed',
  'series.changed',
  'reminder.changed',
  'notification.created',
]
