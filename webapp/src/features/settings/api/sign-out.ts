import { useMutation, useQueryClient } from '@tanstack/react-query'
import { api } from '@/api/client'
import { meKey } from '@/lib/query-client'

/** Signs this browser out; the page of signing in follows by itself. */
export function useSignOut() {
  const client = useQueryClient()
  return useMutation({
    mutationFn: () => api.DELETE('/api/v1/session'),
    onSuccess: () => client.resetQueries({ queryKey: meKey }),
  })
}
