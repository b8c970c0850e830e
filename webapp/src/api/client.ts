import createClient from 'openapi-fetch'
import { KEPT_AS } from '@/lib/patient'
import { Problem } from './problem'
import type { paths } from './schema'

/** The gateway, typed by its OpenAPI document. A call that does not succeed throws a {@link Problem}. */
export const api = createClient<paths>({
  baseUrl: window.location.origin,
  // Looked up at each call, so that what replaces fetch later (a test's server) is used.
  fetch: (request) => globalThis.fetch(request),
})

api.use({
  onResponse: async ({ response }) => {
    if (!response.ok) throw await Problem.fromResponse(response)
  },
  onError: ({ error }) => (error instanceof Error && error.name === 'AbortError' ? error : Problem.noAnswer(error)),
})

interface Call<Data> {
  data?: Data
  response: Response
}

/** The body of a call that always answers with one. */
export async function body<Data>(call: Promise<Call<Data>>): Promise<NonNullable<Data>> {
  return present((await call).data)
}

/** What an answer must hold. */
export function present<Data>(data: Data): NonNullable<Data> {
  if (data === undefined || data === null) {
    throw new Problem({ status: 502, code: 'empty', title: 'The answer was empty' })
  }
  return data
}

/** What a write answered, and the change that it made: what undoing names. */
export interface Written<Data> {
  data: Data
  changeId: string | null
  /** There was no answer: its number in the outbox, from which it is sent later. */
  keptAs: number | null
}

export async function written<Data>(call: Promise<Call<Data>>): Promise<Written<Data | undefined>> {
  const { data, response } = await call
  const kept = response.headers.get(KEPT_AS)
  return { data, changeId: response.headers.get('Change-Id'), keptAs: kept === null ? null : Number(kept) }
}

export async function undoChange(changeId: string): Promise<void> {
  await api.POST('/api/v1/changes/{id}/undo', { params: { path: { id: changeId } } })
}
