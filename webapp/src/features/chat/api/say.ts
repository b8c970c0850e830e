import { api } from '@/api/client'
import { Problem } from '@/api/problem'
import type { Task } from '@/api/types'
import { readStream } from '../lib/read-stream'

/** What would be done once it is confirmed. */
export interface Plan {
  id: string
  /** What happens to each item: `delete-task`. */
  action: string
  items: { id: string; title: string }[]
  expiresAt: string
}

/** What the assistant answers. */
export interface Reply {
  reply: string
  sessionId: string
  changeId: string | null
  plan: Plan | null
  tasks?: Task[] | null
  /** What its question may be answered with. */
  choices?: string[] | null
}

interface Hears {
  onToken: (text: string) => void
  onTool: (name: string) => void
}

/** Says something to the assistant, and hears how it goes on; aborting cancels what has not been done yet. */
export async function say(message: string, sessionId: string | null, key: string, { onToken, onTool }: Hears, signal: AbortSignal): Promise<Reply> {
  const response = await fetch('/api/v1/chat', {
    method: 'POST',
    headers: { 'Content-Type': 'application/json', Accept: 'text/event-stream', 'Idempotency-Key': key },
    body: JSON.stringify({ message, ...(sessionId !== null && { sessionId }) }),
    signal,
  }).catch((cause: unknown) => {
    throw Problem.noAnswer(cause)
  })
  if (!response.ok || response.body === null) throw await Problem.fromResponse(response)

  let reply: Reply | null = null
  for await (const { event, data } of readStream(response.body)) {
    const told = JSON.parse(data) as Record<string, unknown>
    if (event === 'token') onToken(String(told.text))
    if (event === 'tool') onTool(String(told.name))
    if (event === 'result') reply = told as unknown as Reply
    if (event === 'error') throw new Problem({ status: 422, code: String(told.code), title: String(told.detail), detail: String(told.detail) })
  }
  if (reply === null) throw Problem.noAnswer(new Error('the answer ended early'))
  return reply
}

/** Says yes to a plan. */
export async function confirmPlan(id: string): Promise<Reply> {
  const { data } = await api.POST('/api/v1/chat/plans/{id}/confirm', { params: { path: { id } } })
  return data as Reply
}
