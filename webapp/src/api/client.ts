import createClient from 'openapi-fetch'
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

/** The body of a call that always answers with one. */
export async function body<Data>(call: Promise<{ data?: Data }>): Promise<NonNullable<Data>> {
  const { data } = await call
  if (data === undefined || data === null) {
    throw new Problem({ status: 502, code: 'empty', title: 'The answer was empty' })
  }
  return data
}
