import { newKey } from '@/lib/new-key'
import { createPersonalStore, useStore } from '@/lib/store'
import { confirmPlan, type Reply, say } from '../api/say'

/** One thing said, and what came of it. */
export interface Turn {
  key: string
  said: string
  /** What is being done now, by its tool. */
  tool: string | null
  /** Grows while it is streamed. */
  heard: string
  reply: Reply | null
  error: unknown
  state: 'running' | 'done' | 'failed' | 'cancelled'
  /** What became of its plan or its change. */
  after: 'confirmed' | 'dismissed' | 'undone' | null
}

interface Chat {
  sessionId: string | null
  turns: readonly Turn[]
}

const chat = createPersonalStore<Chat>({ sessionId: null, turns: [] })
let running: AbortController | null = null

export function useChat(): Chat {
  return useStore(chat)
}

function change(key: string, with_: Partial<Turn> | ((turn: Turn) => Partial<Turn>)): void {
  chat.set((before) => ({
    ...before,
    turns: before.turns.map((turn) => (turn.key === key ? { ...turn, ...(typeof with_ === 'function' ? with_(turn) : with_) } : turn)),
  }))
}

/** Says something; one thing at a time. */
export async function speak(message: string): Promise<void> {
  if (running !== null) return
  const key = newKey()
  const turn: Turn = { key, said: message, tool: null, heard: '', reply: null, error: null, state: 'running', after: null }
  chat.set((before) => ({ ...before, turns: [...before.turns, turn] }))
  running = new AbortController()
  const { signal } = running
  try {
    const reply = await say(
      message,
      chat.get().sessionId,
      key,
      {
        onToken: (text) => change(key, ({ heard }) => ({ heard: heard + text, tool: null })),
        onTool: (tool) => change(key, { tool }),
      },
      signal,
    )
    change(key, { reply, heard: reply.reply, tool: null, state: 'done' })
    chat.set((before) => ({ ...before, sessionId: reply.sessionId }))
  } catch (error) {
    change(key, { error, tool: null, state: signal.aborted ? 'cancelled' : 'failed' })
  } finally {
    running = null
  }
}

/** Stops what is being done; what was done already stays. */
export function cancel(): void {
  running?.abort()
}

/** Carries a turn's plan out; what came of it is a turn of its own without words of the person. */
export async function confirm(turn: Turn): Promise<void> {
  const plan = turn.reply?.plan
  if (plan == null) return
  change(turn.key, { after: 'confirmed' })
  const key = `${turn.key}-confirmed`
  try {
    const reply = await confirmPlan(plan.id)
    const done: Turn = { key, said: '', tool: null, heard: reply.reply, reply, error: null, state: 'done', after: null }
    chat.set((before) => ({ ...before, turns: [...before.turns, done] }))
  } catch (error) {
    change(turn.key, { after: null, error, state: 'failed' })
  }
}

export function dismiss(turn: Turn): void {
  change(turn.key, { after: 'dismissed' })
}

export function markUndone(turn: Turn): void {
  change(turn.key, { after: 'undone' })
}

/** Begins anew. */
export function forget(): void {
  cancel()
  chat.set(() => ({ sessionId: null, turns: [] }))
}
