import type { Query, QueryClient, QueryPersister } from '@tanstack/react-query'
import { clear, keepNewest, putAll, readOne } from './device-store'
import { personHere } from './person'

/** What is kept to be read without a connection, by the first word of its key: what people look at, nothing that is secret. */
const KEPT = new Set(['me', 'tasks', 'task', 'task-count', 'span', 'series', 'reminders', 'tags', 'notifications', 'filters', 'channels'])
/** Of a list as many pages as somebody looks through without a connection: more would make each write slow. */
const MOST_PAGES = 5
const MOST_READS = 300
const LONGEST = 30 * 86_400_000
/** How long changes are gathered before they are written, in milliseconds. */
const GATHERS = 250

interface KeptRead {
  person: string
  at: number
  data: unknown
}

/** What was kept of a query, for the person who is here. */
async function kept(hash: string): Promise<KeptRead | undefined> {
  const read = await readOne<KeptRead>('reads', hash).catch(() => undefined)
  return read?.person === personHere() && Date.now() - read.at < LONGEST ? read : undefined
}

/**
 * Asks the gateway first, always; only when there is no answer is it what is shown already, or what was kept. So nothing of
 * somebody whose session has ended is shown to whoever comes next.
 */
export function withKeptReads(isNoAnswer: (error: unknown) => boolean, tries: number): QueryPersister {
  return async (ask, context, query) => {
    try {
      return await ask(context)
    } catch (error) {
      if (!isNoAnswer(error) || !KEPT.has(String(query.queryKey[0]))) throw error
      // A connection that was only lost for a moment is worth another try.
      if (navigator.onLine && query.state.fetchFailureCount < tries) throw error
      const data = query.state.data ?? (await kept(query.queryHash))?.data
      if (data === undefined) throw error
      return data
    }
  }
}

/** What has changed and is not written yet. */
const changed = new Map<string, Query>()

/** Keeps what is read, and what is shown of it, shortly after it has changed. */
export function keepReads(client: QueryClient): void {
  let timer: ReturnType<typeof setTimeout> | undefined

  const write = () => {
    clearTimeout(timer)
    timer = undefined
    const person = personHere()
    const queries = [...changed.values()]
    changed.clear()
    if (person === null || queries.length === 0) return
    const at = Date.now()
    const reads = queries.map(({ queryHash, state }): [string, KeptRead] => [queryHash, { person, at, data: firstPages(state.data) }])
    // A storage that is full or closed keeps nothing: the page works all the same.
    void putAll('reads', reads).catch(() => undefined)
  }

  client.getQueryCache().subscribe((event) => {
    const query = event.query as Query
    if (event.type !== 'updated' || event.action.type !== 'success' || !KEPT.has(String(query.queryKey[0]))) return
    changed.set(query.queryHash, query)
    timer ??= setTimeout(write, GATHERS)
  })
  window.addEventListener('pagehide', write)
  void keepNewest(MOST_READS).catch(() => undefined)
}

function firstPages(data: unknown): unknown {
  if (typeof data !== 'object' || data === null || !('pages' in data) || !('pageParams' in data)) return data
  const { pages, pageParams } = data as { pages: unknown[]; pageParams: unknown[] }
  return { pages: pages.slice(0, MOST_PAGES), pageParams: pageParams.slice(0, MOST_PAGES) }
}

/** Forgets everything that was read: somebody has signed out, or somebody else is here. */
export async function forgetReads(): Promise<void> {
  changed.clear()
  await clear('reads').catch(() => undefined)
}
