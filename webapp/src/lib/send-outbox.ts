import { isNoAnswer, Problem } from '@/api/problem'
import { changeWrite, dropWrite, type Content, type KeptWrite, nextToSend, readOutbox, waiting } from './outbox'

/** After so many faults of the gateway at one write it is told, so that it does not hold back all others. */
const MOST_FAULTS = 5

/** Sends what a write holds; a Problem when it was not taken. Gives the version that its thing has now, if it has one. */
export type Send<Kind extends Content['kind']> = (write: KeptWrite & { content: Extract<Content, { kind: Kind }> }) => Promise<number | null>

export interface Sending {
  send: (write: KeptWrite) => Promise<number | null>
  /** The id of whoever is signed in now, as the gateway says: nobody's writes are sent by somebody else. */
  whoIsHere: () => Promise<string>
  say: (problem: unknown) => string
}

/** How many arrived, and how many were not taken. */
export interface Sent {
  sent: number
  refused: number
}

let running: Promise<Sent> | null = null

/** Sends what waits, in order, until all is sent or there is no answer. In one window at a time. */
export function sendOutbox(sending: Sending): Promise<Sent> {
  running ??= alone(() => sendAll(sending)).finally(() => {
    running = null
  })
  return running
}

async function alone(act: () => Promise<Sent>): Promise<Sent> {
  // Locks are there on https and localhost only; elsewhere the keys see to it that nothing is done twice.
  return 'locks' in navigator ? navigator.locks.request('punctual.outbox', act) : act()
}

async function sendAll({ send, whoIsHere, say }: Sending): Promise<Sent> {
  const done = { sent: 0, refused: 0 }
  await readOutbox()
  if (nextToSend() === undefined) return done
  const person = await whoIsHere().catch(() => null)
  for (let next = nextToSend(); next?.person === person; next = nextToSend()) {
    try {
      const version = await send(next)
      await carryOn(next, version)
      await dropWrite(next.id)
      done.sent++
    } catch (error) {
      if (!(await isTold(next, error, say))) return done
      done.refused++
    }
  }
  return done
}

/** What was done next to the same thing was done to the version that this write has made, unless somebody came between. */
async function carryOn(write: KeptWrite, version: number | null): Promise<void> {
  const from = write.version
  if (version === null || from === undefined || version > from + 1) return
  for (const later of waiting()) {
    if (later.id === write.id || later.about !== write.about || later.version !== from || later.content.kind !== 'request') continue
    const headers = 'If-Match' in later.content.headers ? { ...later.content.headers, 'If-Match': `"${version}"` } : later.content.headers
    await changeWrite({ ...later, version, content: { ...later.content, headers } })
  }
}

/** Whether a person is told why it was not taken, and the next one can go; otherwise it waits on, and all others with it. */
async function isTold(write: KeptWrite, error: unknown, say: (problem: unknown) => string): Promise<boolean> {
  if (!(error instanceof Problem) || isNoAnswer(error) || error.isSignedOut) return false
  if (error.isPassing) {
    const faults = write.faults + (error.status === 500 ? 1 : 0)
    if (faults < MOST_FAULTS) {
      if (faults > write.faults) await changeWrite({ ...write, faults })
      return false
    }
  }
  await changeWrite({ ...write, refused: { status: error.status, reason: say(error), current: error.current } })
  return true
}

/** Sends a request as it was made. What has come about already, by an attempt whose answer was lost, is as good as done. */
export async function sendRequest({ content }: { content: Extract<Content, { kind: 'request' }> }): Promise<number | null> {
  const { method, path, headers, body } = content
  const response = await globalThis.fetch(new URL(path, window.location.origin), { method, headers, body }).catch((error: unknown) => {
    throw Problem.noAnswer(error)
  })
  if (response.ok) return versionOf(await response.json().catch(() => null))
  const problem = await Problem.fromResponse(response)
  const isDone = (method === 'DELETE' && problem.status === 404) || (problem.status === 412 && isAlready(body, problem.current))
  if (!isDone) throw problem
  return versionOf(problem.current)
}

function versionOf(answer: unknown): number | null {
  const version = typeof answer === 'object' && answer !== null && 'version' in answer ? answer.version : null
  return typeof version === 'number' ? version : null
}

/** Whether a thing is as a change wants it: every field that the change names. */
function isAlready(change: string | null, current: unknown): boolean {
  if (change === null || typeof current !== 'object' || current === null) return false
  const contains = (there: unknown, wanted: unknown): boolean => {
    if (Array.isArray(wanted)) return Array.isArray(there) && wanted.length === there.length && wanted.every((one) => there.includes(one))
    if (typeof wanted !== 'object' || wanted === null) return (there ?? null) === wanted
    return typeof there === 'object' && there !== null && Object.entries(wanted).every(([name, value]) => contains((there as Record<string, unknown>)[name], value))
  }
  return contains(current, JSON.parse(change))
}
