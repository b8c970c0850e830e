import { append, readAll, remove, replace } from './device-store'
import { personHere } from './person'
import { createPersonalStore, useStore } from './store'

/** What was done without a connection and is to be sent, as a request or as a line that nobody has read yet. */
export type Content =
  | { kind: 'request'; method: string; path: string; headers: Record<string, string>; body: string | null }
  | { kind: 'line'; key: string; line: string; understood: unknown }

export const deeds = ['add', 'complete', 'reopen', 'change', 'delete', 'remind', 'read'] as const

/** What it does, in words that outlive the page. */
export interface Deed {
  does: (typeof deeds)[number]
  title: string
  /** The id of the thing that it is done to. */
  about: string
  /** The version of the thing that was being looked at. */
  version?: number
}

/** Why it was not taken: what the gateway said. */
export interface Refusal {
  status: number
  reason: string
  /** With 412, the thing as it is now. */
  current: unknown
}

export interface KeptWrite extends Deed {
  /** Its place in the order. */
  id: number
  person: string
  /** When it was done, ISO 8601. */
  at: string
  content: Content
  /** How often the gateway had a fault of its own at it. */
  faults: number
  refused: Refusal | null
}

/** Those of the person who is here, in order, as every window of this browser knows them. */
const outbox = createPersonalStore<readonly KeptWrite[]>([])
const windows = typeof BroadcastChannel === 'undefined' ? null : new BroadcastChannel('punctual.outbox')
windows?.addEventListener('message', () => void readOutbox())

export function useOutbox(): readonly KeptWrite[] {
  return useStore(outbox)
}

export const getOutbox = outbox.get
export const watchOutbox = outbox.subscribe

/** What waits to be sent; what was refused waits for a person. */
export function waiting(): readonly KeptWrite[] {
  return outbox.get().filter(({ refused }) => refused === null)
}

/** What somebody is changing in this window; each hold has the write's number. */
const held = new Map<symbol, number>()

/** Holds a write back while it is changed; what it gives lets it go. */
export function holdWrite(id: number): () => void {
  const hold = Symbol()
  held.set(hold, id)
  return () => void held.delete(hold)
}

/** What is to be sent next: the first that nobody holds. */
export function nextToSend(): KeptWrite | undefined {
  const isHeld = new Set(held.values())
  return waiting().find(({ id }) => !isHeld.has(id))
}

/** Looks at what is kept: for whoever is here now, whatever other windows have done. */
export async function readOutbox(): Promise<void> {
  const person = personHere()
  const kept = await readAll<KeptWrite>('writes').catch(() => [])
  outbox.set(() => kept.filter((write) => write.person === person))
}

/** Keeps something that was done, to be sent after all that waits already; its number. */
export async function keepWrite(deed: Deed, content: Content): Promise<number> {
  const write = { ...deed, content, person: personHere() ?? '', at: new Date().toISOString(), faults: 0, refused: null }
  const id = await append(write)
  outbox.set((all) => [...all, { ...write, id }])
  windows?.postMessage(null)
  return id
}

/** Puts a write in place of the one with its number. */
export async function changeWrite(write: KeptWrite): Promise<void> {
  await replace(write)
  outbox.set((all) => all.map((other) => (other.id === write.id ? write : other)))
  windows?.postMessage(null)
}

/** It is done, or nobody wants it any more. False: it was not there. */
export async function dropWrite(id: number): Promise<boolean> {
  const known = outbox.get().some((write) => write.id === id)
  await remove('writes', [id])
  outbox.set((all) => all.filter((write) => write.id !== id))
  windows?.postMessage(null)
  return known
}

/** Forgets all that waits of the person who is here: they have gone for good. */
export async function forgetWrites(): Promise<void> {
  await readOutbox()
  await remove('writes', outbox.get().map(({ id }) => id))
  await readOutbox()
}
