import { type QueryClient, useQueryClient } from '@tanstack/react-query'
import { use } from 'react'
import type { BulkChange } from '@/api/types'
import { api, type Written, written } from '@/api/client'
import type { Task } from '@/api/types'
import { ZoneContext } from '@/hooks/use-reader'
import { useOptimistic } from '@/hooks/use-optimistic'
import { type Text, useText } from '@/lib/i18n'
import type { Deed } from '@/lib/outbox'
import { patient } from '@/lib/patient'
import { changed, type TaskChange } from '../lib/task-change'
import { findShown, hideTask, showTask } from '../lib/task-cache'
import { asDue, asNewDue } from './add-task'
import { countKey, tasksKey } from './get-tasks'

/** Those that are meant: by their ids, or all that a query finds, `count` of them. */
export interface Meant {
  ids: readonly string[]
  query?: { q: string; count: number }
}

interface Wanted extends Meant {
  change: TaskChange
}

/** Changes one task or many, all or nothing: at once, taken back with the reason, undone from the toast. */
export function useChangeTasks() {
  const client = useQueryClient()
  const text = useText()
  const zone = use(ZoneContext)
  const titleOf = ({ ids: [id = ''] }: Meant) => findShown(client, id)?.title ?? ''

  return useOptimistic<Wanted, Task | undefined>({
    touches: [tasksKey, ['task']],
    reads: false,
    send: (wanted) => send(client, wanted),
    show: (_client, { ids, change }) => {
      for (const id of ids) {
        const task = findShown(client, id)
        const shown = task === undefined ? undefined : changed(task, change, (choice) => asDue(choice, choice.zone ?? zone))
        if (shown === null) hideTask(client, id)
        else if (shown !== undefined) showTask(client, shown)
      }
    },
    settle: (_client, task, { query }) => {
      if (task !== undefined) showTask(client, task)
      if (query !== undefined) void client.invalidateQueries({ queryKey: tasksKey })
      void client.invalidateQueries({ queryKey: countKey })
    },
    said: (wanted) => ({ about: wanted.ids[0] ?? 'bulk', text: sayDone(wanted, titleOf(wanted), text) }),
    refused: (wanted, reason) => ({
      about: wanted.ids[0] ?? 'bulk',
      text: text('tasks.notChanged', { count: countOf(wanted), title: titleOf(wanted), reason }),
    }),
  })
}

const countOf = ({ ids, query }: Meant) => query?.count ?? ids.length

function sayDone(wanted: Wanted, title: string, text: Text): string {
  const count = countOf(wanted)
  const thing = count === 1 && title !== '' ? text('tasks.one', { title }) : text('tasks.many', { count })
  return text(`tasks.did.${wanted.change.action}`, { thing })
}

const does = { complete: 'complete', reopen: 'reopen', delete: 'delete', move: 'change', tag: 'change', untag: 'change', priority: 'change' } as const

async function send(client: QueryClient, { ids, query, change }: Wanted): Promise<Written<Task | undefined>> {
  const [id = ''] = ids
  const task = findShown(client, id)
  if (query !== undefined) {
    // What a search finds may be others by the time that it is sent: it does not wait.
    return withoutData(api.POST('/api/v1/tasks/bulk', { body: { q: query.q, expected: query.count, ...asBulk(change) } }))
  }
  const deed: Deed = { does: does[change.action], title: task?.title ?? '', about: id }
  if (ids.length !== 1) {
    return withoutData(api.POST('/api/v1/tasks/bulk', { body: { ids: [...ids], expected: ids.length, ...asBulk(change) }, fetch: patient({ ...deed, about: '' }) }))
  }
  const call = { params: { path: { id } }, fetch: patient(task === undefined ? deed : { ...deed, version: task.version }) }
  switch (change.action) {
    case 'complete':
      return written(api.POST('/api/v1/tasks/{id}/complete', call))
    case 'reopen':
      return written(api.POST('/api/v1/tasks/{id}/reopen', call))
    case 'delete':
      return withoutData(api.DELETE('/api/v1/tasks/{id}', call))
    case 'move':
      return written(api.PATCH('/api/v1/tasks/{id}', { ...call, body: { due: change.due && asNewDue(change.due) } }))
    case 'priority':
      return written(api.PATCH('/api/v1/tasks/{id}', { ...call, body: { priority: change.priority } }))
    case 'tag':
    case 'untag':
      // The list shows the tags as they are to be already.
      return written(api.PATCH('/api/v1/tasks/{id}', { ...call, body: { tags: task?.tags ?? [] } }))
  }
}

async function withoutData(call: Parameters<typeof written>[0]): Promise<Written<undefined>> {
  return { ...(await written(call)), data: undefined }
}

function asBulk(change: TaskChange): Pick<BulkChange, 'action' | 'due' | 'tag' | 'priority'> {
  switch (change.action) {
    case 'complete':
    case 'reopen':
    case 'delete':
      return change
    case 'move':
      return { action: 'move-due', due: change.due && asNewDue(change.due) }
    case 'tag':
      return { action: 'add-tag', tag: change.tag }
    case 'untag':
      return { action: 'remove-tag', tag: change.tag }
    case 'priority':
      return { action: 'set-priority', priority: change.priority }
  }
}
