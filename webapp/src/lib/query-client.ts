import { MutationCache, QueryCache, QueryClient } from '@tanstack/react-query'
import { Problem } from '@/api/problem'

export const meKey = ['me'] as const

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
      },
    }),
    mutationCache: new MutationCache({ onError }),
    defaultOptions: {
      queries: {
        networkMode: 'always',
        staleTime: 30_000,
        retry: (count, error) => count < 2 && error instanceof Problem && error.isPassing,
      },
      // Never held back silently: without a connection an action fails at once, is rolled back, and says so.
      mutations: { networkMode: 'always', retry: false },
    },
  })
  return client
}
