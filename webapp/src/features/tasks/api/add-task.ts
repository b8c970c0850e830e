import { toZoned, parseDate, parseDateTime } from '@internationalized/date'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { use } from 'react'
import { api, body } from '@/api/client'
import type { Due, NewDue, Task } from '@/api/types'
import { ZoneContext } from '@/hooks/use-reader'
import { changeTasks, withoutTask, withTask } from '../lib/task-cache'
import { stopReading } from './get-tasks'

export interface TaskDraft {
  /** Also the Idempotency-Key: the same draft sent twice makes one task. */
  key: string
  title: string
  due: { date: string; time: string } | null
}

/** Adds a task: it is in the list at once, and leaves it again when the gateway refuses it. */
export function useAddTask(onRefused: (error: Error, draft: TaskDraft, again: () => void) => void) {
  const client = useQueryClient()
  const zone = use(ZoneContext)
  const mutation = useMutation({
    mutationFn: ({ key, title, due }: TaskDraft) =>
      body(
        api.POST('/api/v1/tasks', {
          headers: { 'Idempotency-Key': key },
          body: { title, ...(due && { due: asNewDue(due) }) },
        }),
      ),
    onMutate: async (draft) => {
      const readAgain = await stopReading(client)
      const shown = asTask(draft, zone)
      changeTasks(client, (pages) => withTask(pages, shown))
      return { shownId: shown.id, readAgain }
    },
    onSuccess: (task, _draft, { shownId }) =>
      changeTasks(client, (pages) => withTask(withoutTask(pages, shownId), task)),
    onError: (error, draft, shown) => {
      if (shown !== undefined) changeTasks(client, (pages) => withoutTask(pages, shown.shownId))
      onRefused(error, draft, () => mutation.mutate(draft))
    },
    onSettled: (_task, error, _draft, shown) => shown?.readAgain(error !== null),
  })
  return mutation
}

function asNewDue({ date, time }: { date: string; time: string }): NewDue {
  return time === '' ? { date } : { local: `${date}T${time}` }
}

function asTask({ key, title, due }: TaskDraft, zone: string): Task {
  const now = new Date().toISOString()
  return {
    id: `draft-${key}`,
    title,
    notes: '',
    status: 'pending',
    priority: 'medium',
    tags: [],
    due: due === null ? null : asDue(due, zone),
    seriesId: null,
    occurrence: null,
    createdAt: now,
    updatedAt: now,
    completedAt: null,
    version: 0,
  }
}

/** What the gateway will make of it: a gap moves it forward, of an overlap it is the first. */
export function asDue({ date, time }: { date: string; time: string }, zone: string): Due {
  const local = time === '' ? null : `${date}T${time}`
  const at = local === null ? toZoned(parseDate(date), zone) : toZoned(parseDateTime(local), zone)
  return { local, date: local === null ? date : null, zone, at: at.toAbsoluteString() }
}
