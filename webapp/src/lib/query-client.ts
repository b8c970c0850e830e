import { MutationCache, type Query, QueryCache, QueryClient } from '@tanstack/react-query'
import { isNoAnswer, Problem } from '@/api/problem'
import { forgetReads, keepReads, withKeptReads } from './kept-reads'

export const meKey = ['me'] as const

/** How often a read is tried again that got no answer, or one that says "later". */
const TRIES = 2

/** What is read is kept fresh by the live stream, so nothing is asked for again just because a component appears. */
export function createQueryClient(): QueryClient {
  const onError = (error: unknown) => {
    // A session that has ended shows the sign-in page, wherever it was noticed; there, a wrong password is no news of it.
    if (error instanceof Problem && error.isSignedOut && client.getQueryData(meKey) !== undefined) void client.invalidateQueries({ queryKey: meKey })
  }

  const client = new QueryClient({
    queryCache: new QueryCache({
      onError: (error, query) => {
        if (query.queryKey[0] !== meKey[0]) onError(error)
        // The session has ended: what it read is not for whoever is here now.
        else if (error instanceof Problem && error.isSignedOut) void forgetReads()
      },
    }),
    mutationCache: new MutationCache({ onError }),
    defaultOptions: {
      queries: {
        networkMode: 'always',
        staleTime: 30_000,
        retry: (count, error) => count < TRIES && navigator.onLine && error instanceof Problem && error.isPassing,
        persister: withKeptReads(isNoAnswer, TRIES),
      },
      // Never held back silently: what cannot wait for a connection fails at once, is rolled back, and says so.
      mutations: { networkMode: 'always', retry: false },
    },
  })
  keepReads(client)
  readAgainWhatWasOnItsWay(client)
  return client
}

/**
 * What is invalidated while it is read for the first time is read once more: TanStack Query takes the answer that is on its
 * way for the new one, though it may be older than the reason. (A later read it cancels and begins again by itself.)
 */
function readAgainWhatWasOnItsWay(client: QueryClient): void {
  client.getQueryCache().subscribe((event) => {
    if (event.type !== 'updated' || event.action.type !== 'invalidate') return
    const { state, promise, queryKey } = event.query as Query
    if (state.fetchStatus !== 'fetching' || state.data !== undefined) return
    void promise?.then(() => client.invalidateQueries({ queryKey, exact: true })).catch(() => undefined)
  })
}
