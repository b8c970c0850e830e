import type { QueryClient } from '@tanstack/react-query'
import { api, body } from '@/api/client'
import { Problem } from '@/api/problem'
import type { Send } from '@/lib/send-outbox'
import { draftId, hideTask, showNewTask } from '../lib/task-cache'
import { add } from './add-task'
import type { LinePreview } from './preview-line'

/** Sends a line that was written without a connection: read as on the day on which it was written. */
export const sendLine =
  (client: QueryClient): Send<'line'> =>
  async ({ at, content: { key, line, understood } }) => {
    const preview = (understood as LinePreview | null) ?? (await readAsOf(line, at))
    const { added } = await add({ key, line }, preview)
    hideTask(client, draftId(key))
    if ('task' in added) showNewTask(client, added.task)
    return null
  }

async function readAsOf(line: string, writtenAt: string): Promise<LinePreview | null> {
  try {
    return await body(api.POST('/api/v1/quick-add/preview', { body: { text: line, writtenAt } }))
  } catch (error) {
    // Nobody understood it: then it is a title, as it stands.
    if (error instanceof Problem && !error.isPassing && !error.isSignedOut) return null
    throw error
  }
}
