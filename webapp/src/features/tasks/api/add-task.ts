import { parseDate, parseDateTime, toZoned } from '@internationalized/date'
import { type QueryClient, useMutation, useQueryClient } from '@tanstack/react-query'
import { use } from 'react'
import { api, present, written } from '@/api/client'
import { isNoAnswer } from '@/api/problem'
import type { Due, NewDue, NewTask, Series, Task } from '@/api/types'
import { ZoneContext } from '@/hooks/use-reader'
import { useUndo } from '@/hooks/use-undo'
import { useText } from '@/lib/i18n'
import { dropWrite, keepWrite, waiting } from '@/lib/outbox'
import { showToast } from '@/lib/toasts'
import type { DueChoice } from '../lib/task-change'
import { draftId, hideTask, showNewTask } from '../lib/task-cache'
import { stopReading, tasksKey } from './get-tasks'
import { type LinePreview, previewOptions } from './preview-line'

export interface LineDraft {
  /** Also the Idempotency-Key: the same draft sent twice makes one task. */
  key: string
  line: string
}

type Added = { task: Task } | { series: Series }

/** What came of a line; or its number in the outbox, when there was no answer. */
interface Outcome {
  added: Added | null
  changeId: string | null
  keptAs: number | null
}

/**
 * Adds what a line says: a task is in the list at once, and leaves it again when the gateway refuses it. Without a connection
 * it stays there, and the line is sent later.
 */
export function useAddLine(onRefused: (error: Error, draft: LineDraft, again: () => void) => void) {
  const client = useQueryClient()
  const zone = use(ZoneContext)
  const text = useText()

  const undo = useUndo([tasksKey, ['series']])

  const mutation = useMutation({
    mutationFn: (draft: LineDraft) => addOrKeep(client, draft),
    onMutate: async (draft) => {
      const readAgain = await stopReading(client)
      const known = client.getQueryData(previewOptions(draft.line).queryKey)
      const shown = known?.series == null ? asTask(draft, known ?? null, zone) : null
      if (shown !== null) showNewTask(client, shown)
      return { shownId: shown?.id ?? null, readAgain }
    },
    onSuccess: ({ added, changeId, keptAs }, { key, line }, { shownId }) => {
      if (added === null) {
        const takeBack = async () => {
          if (keptAs === null || !(await dropWrite(keptAs))) return
          if (shownId !== null) hideTask(client, shownId)
        }
        showToast({ about: key, text: text('quickAdd.kept', { title: line }), action: { label: text('action.undo'), run: () => void takeBack() } })
        return
      }
      if (shownId !== null) hideTask(client, shownId)
      const undoing = changeId !== null && { action: { label: text('action.undo'), run: () => void undo(changeId, key) } }
      if ('task' in added) {
        showNewTask(client, added.task)
        showToast({ about: key, text: text('quickAdd.added', { title: added.task.title }), ...undoing })
      } else {
        void client.invalidateQueries({ queryKey: ['series'] })
        showToast({ about: key, text: text('quickAdd.recurs', { title: added.series.title, summary: added.series.summary }), ...undoing })
      }
    },
    onError: (error, draft, shown) => {
      if (shown?.shownId != null) hideTask(client, shown.shownId)
      onRefused(error, draft, () => mutation.mutate(draft))
    },
    onSettled: (_added, error, _draft, shown) => shown?.readAgain(error !== null),
  })
  return mutation
}

async function addOrKeep(client: QueryClient, draft: LineDraft): Promise<Outcome> {
  const keep = async () => {
    const understood = client.getQueryData(previewOptions(draft.line).queryKey) ?? null
    const deed = { does: 'add', title: titleOf(draft.line, understood), about: draftId(draft.key) } as const
    return { added: null, changeId: null, keptAs: await keepWrite(deed, { kind: 'line', ...draft, understood }) }
  }
  if (waiting().length > 0) return keep()
  try {
    // Nobody understood it: then it is a title, as it stands.
    const preview = await client.query({ ...previewOptions(draft.line), staleTime: 'static' }).catch((error: unknown) => {
      if (isNoAnswer(error)) throw error
      return null
    })
    return { ...(await add(draft, preview)), keptAs: null }
  } catch (error) {
    if (isNoAnswer(error)) return keep()
    throw error
  }
}

/** Sends what a line was understood as; under its key, so that it is made once. */
export async function add({ key, line }: LineDraft, preview: LinePreview | null): Promise<{ added: Added; changeId: string | null }> {
  const headers = { 'Idempotency-Key': key }
  if (preview?.series != null) {
    const { data, changeId } = await written(api.POST('/api/v1/series', { headers, body: preview.series }))
    return { added: { series: present(data) }, changeId }
  }
  const draft: NewTask = preview?.task ?? { title: line }
  const { data, changeId } = await written(api.POST('/api/v1/tasks', { headers, body: draft }))
  const task = present(data)
  await Promise.all(
    (preview?.reminders ?? []).map(({ before }, index) =>
      api.POST('/api/v1/reminders', { headers: { 'Idempotency-Key': `${key}-${index}` }, body: { taskId: task.id, before } }),
    ),
  )
  return { added: { task }, changeId }
}

export function asNewDue({ date, time, zone }: DueChoice): NewDue {
  const own = zone === undefined ? {} : { zone }
  return time === '' ? { date, ...own } : { local: `${date}T${time}`, ...own }
}

/** The title that a line would have. */
export function titleOf(line: string, preview: LinePreview | null): string {
  const title = preview?.task?.title ?? preview?.series?.title
  return typeof title === 'string' && title !== '' ? title : line
}

function asTask({ key, line }: LineDraft, preview: LinePreview | null, zone: string): Task {
  const now = new Date().toISOString()
  const draft = (preview?.task ?? {}) as Partial<NewTask>
  return {
    id: draftId(key),
    title: titleOf(line, preview),
    notes: '',
    status: 'pending',
    priority: draft.priority ?? 'medium',
    tags: draft.tags ?? [],
    due: draft.due == null ? null : shownDue(draft.due, zone),
    seriesId: null,
    occurrence: null,
    createdAt: now,
    updatedAt: now,
    completedAt: null,
    version: 0,
  }
}

function shownDue({ local, date, at, zone: own }: NewDue, zone: string): Due | null {
  if (local != null) return asDue({ date: local.slice(0, 10), time: local.slice(11, 16) }, own ?? zone)
  if (date != null) return asDue({ date, time: '' }, own ?? zone)
  return at == null ? null : { local: null, date: null, zone: own ?? zone, at }
}

/** What the gateway will make of it: a gap moves it forward, of an overlap it is the first. */
export function asDue({ date, time }: DueChoice, zone: string): Due {
  const local = time === '' ? null : `${date}T${time}`
  const at = local === null ? toZoned(parseDate(date), zone) : toZoned(parseDateTime(local), zone)
  return { local, date: local === null ? date : null, zone, at: at.toAbsoluteString() }
}
