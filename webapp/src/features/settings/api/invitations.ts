import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query'
import { api, body } from '@/api/client'

const key = ['invitations'] as const

/** The invitations that nobody has used yet; without their secrets. */
export const invitationsOptions = queryOptions({
  queryKey: key,
  queryFn: ({ signal }) => body(api.GET('/api/v1/accounts/invitations', { signal })),
})

/** Invites somebody; only this answer knows the secret. */
export function useInvite() {
  const client = useQueryClient()
  return useMutation({
    mutationFn: () => body(api.POST('/api/v1/accounts/invitations')),
    onSettled: () => client.invalidateQueries({ queryKey: key }),
  })
}

export function useTakeBack() {
  const client = useQueryClient()
  return useMutation({
    mutationFn: (id: string) => api.DELETE('/api/v1/accounts/invitations/{id}', { params: { path: { id } } }),
    onSettled: () => client.invalidateQueries({ queryKey: key }),
  })
}
