export type StreamState = 'connecting' | 'open' | 'away'

interface StreamOptions {
  types: readonly string[]
  onEvent: (type: string, data: unknown) => void
  onState: (state: StreamState) => void
  /** Events may have been missed: the stream begins at "now", whatever was read before is to be read again. */
  onGap: () => void
}

const FIRST_WAIT = 2_000
const LONGEST_WAIT = 30_000

/**
 * One EventSource, kept open. After a lost connection the browser itself comes back with Last-Event-ID and the gateway
 * replays what was missed. After an answer that was no stream (a restart behind a proxy, a session that ended) the browser
 * gives up for good: then a new one is opened, later each time, and what it cannot replay is reported as a gap.
 */
export function openStream(url: string, { types, onEvent, onState, onGap }: StreamOptions): () => void {
  let source: EventSource
  let wait = FIRST_WAIT
  let timer: ReturnType<typeof setTimeout> | undefined

  const open = () => {
    let resumes = false
    source = new EventSource(url)
    source.onopen = () => {
      wait = FIRST_WAIT
      onState('open')
      if (!resumes) onGap()
      resumes = true
    }
    source.onerror = () => {
      onState('away')
      if (source.readyState !== EventSource.CLOSED) return
      timer = setTimeout(open, wait)
      wait = Math.min(wait * 2, LONGEST_WAIT)
    }
    types.forEach((type) =>
      source.addEventListener(type, (event: MessageEvent<string>) => onEvent(type, JSON.parse(event.data))),
    )
  }

  onState('connecting')
  open()
  return () => {
    clearTimeout(timer)
    source.close()
  }
}
