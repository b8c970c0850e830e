import type { QueryClient } from '@tanstack/react-query'
import { meKey } from '@/lib/query-client'

/** Somebody has signed in: what was read for whoever was here before is forgotten, and the app asks anew who it is. */
export async function enter(client: QueryClient): Promise<void> {
  if (window.location.pathname === '/join') {
    window.location.assign('/')
    return
  }
  client.removeQueries({ predicate: ({ queryKey }) => queryKey[0] !== meKey[0] && queryKey[0] !== 'ways' })
  await client.invalidateQueries({ queryKey: meKey })
}
