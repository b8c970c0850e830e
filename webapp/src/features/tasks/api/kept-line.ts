import type { QueryClient } from '@tanstack/react-query'
import { newKey } from '@/lib/new-key'
import { changeWrite, dropWrite, getOutbox, holdWrite, type KeptWrite } from '@/lib/outbox'
import { findShown, hideTask, showTask } from '../lib/task-cache'

/**
 * Puts another line in place of one that waits to be sent; it is read as of now. What the gateway has refused goes under
 * another key: under its own it would be refused again.
 */
export async function rewriteLine(client: QueryClient, write: KeptWrite, line: string): Promise<void> {
  const { id, about, content, refused } = write
  if (content.kind !== 'line' || !getOutbox().some((other) => other.id === id)) return
  const key = refused === null ? content.key : newKey()
  // Until it is written down: else the old one could still be sent.
  const letGo = holdWrite(id)
  await changeWrite({
    ...write,
    title: line,
    at: new Date().toISOString(),
    faults: 0,
    refused: null,
    content: { kind: 'line', key, line, understood: null },
  }).finally(letGo)
  const shown = findShown(client, about)
  if (shown !== undefined) showTask(client, { ...shown, title: line, priority: 'medium', tags: [], due: null })
}

/** Takes a line back that waits to be sent, and the task that it was shown as. */
export async function dropLine(client: QueryClient, { id, about }: KeptWrite): Promise<void> {
  if (await dropWrite(id)) hideTask(client, about)
}
