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
/** The gateway says something at least every 15 s: a stream that is silent for longer is dead, though it looks open. */
const LONGEST_SILENCE = 40_000

/**
 * One EventSource, kept open. It begins with `hello`, whose id is the position that it begins at: only what is read after
 * that can miss nothing. After a lost connection the browser itself comes back with Last-Event-ID and the gateway replays
 * what was missed. After an answer that was no stream (a restart behind a proxy, a session that ended) the browser gives
 * up for good: then a new one is opened, later each time, and what it cannot replay is reported as a gap.
 */
export function openStream(url: string, { types, onEvent, onState, onGap }: StreamOptions): () => void {
  let source: EventSource
  let wait = FIRST_WAIT
  let timer: ReturnType<typeof setTimeout> | undefined
  let silence: ReturnType<typeof setTimeout> | undefined

  const listen = () => {
    clearTimeout(silence)
    silence = setTimeout(() => {
      onState('away')
      source.close()
      open()
    }, LONGEST_SILENCE)
  }

  const open = () => {
    let resumes = false
    source = new EventSource(url)
    source.onopen = listen
    source.addEventListener('heartbeat', listen)
    source.addEventListener('hello', () => {
      listen()
      wait = FIRST_WAIT
      onState('open')
      if (!resumes) onGap()
      resumes = true
    })
    // The position that the browser came back with is older than what the gateway keeps.
    source.addEventListener('gap', onGap)
    source.onerror = () => {
      clearTimeout(silence)
      onState('away')
      if (source.readyState !== EventSource.CLOSED) return
      timer = setTimeout(open, wait)
      wait = Math.min(wait * 2, LONGEST_WAIT)
    }
    types.forEach((type) =>
      source.addEventListener(type, (event: MessageEvent<string>) => {
        listen()
        onEvent(type, JSON.parse(event.data))
      }),
    )
  }

  const close = () => {
    clearTimeout(timer)
    clearTimeout(silence)
    source.close()
  }
  // The device knows sooner than the silence tells.
  const leave = () => {
    close()
    onState('away')
  }
  const comeBack = () => {
    close()
    wait = FIRST_WAIT
    open()
  }

  onState('connecting')
  open()
  window.addEventListener('offline', leave)
  window.addEventListener('online', comeBack)
  return () => {
    window.removeEventListener('offline', leave)
    window.removeEventListener('online', comeBack)
    close()
  }
}
