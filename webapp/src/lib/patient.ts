import { type Content, type Deed, keepWrite, waiting } from './outbox'
import { newKey } from './new-key'

/** In the answer that a kept write gets: its number in the outbox. */
export const KEPT_AS = 'Kept-As'
const KEY = 'Idempotency-Key'
/** What a request is made of again; the browser adds the rest. */
const HEADERS = ['Content-Type', 'If-Match', KEY]

/**
 * A fetch for writes that can wait: `api.POST(…, { fetch: patient(deed) })`. Without an answer, or while others wait, it is
 * kept and sent later, in the order in which things were done, under one key, so that it is done once.
 */
export function patient(deed: Deed): (request: Request) => Promise<Response> {
  return async (request) => {
    if (request.method === 'POST' && !request.headers.has(KEY)) request.headers.set(KEY, newKey())
    const copy = request.clone()
    if (waiting().length > 0) return keep(copy, deed)
    try {
      return await globalThis.fetch(request)
    } catch {
      return keep(copy, deed)
    }
  }
}

async function keep(request: Request, deed: Deed): Promise<Response> {
  const { pathname, search } = new URL(request.url)
  const headers = HEADERS.flatMap((name) => {
    const value = request.headers.get(name)
    return value === null ? [] : [[name, value] as const]
  })
  const body = await request.text()
  const content: Content = { kind: 'request', method: request.method, path: pathname + search, headers: Object.fromEntries(headers), body: body === '' ? null : body }
  const id = await keepWrite(deed, content)
  return new Response(null, { status: 202, headers: { [KEPT_AS]: String(id), 'Content-Length': '0' } })
}
