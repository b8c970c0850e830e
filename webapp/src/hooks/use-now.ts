import { createStore, useStore } from '@/lib/store'

const MINUTE = 60_000

const clock = createStore(Date.now())
let watchers = 0
let timer: ReturnType<typeof setTimeout> | undefined

/** Looks at the clock now: what has just arrived is often due this very second. */
export function tick(): void {
  clearTimeout(timer)
  clock.set(() => Date.now())
  // At the turn of the minute: that is when most things become due.
  timer = setTimeout(tick, MINUTE - (Date.now() % MINUTE))
}

const ticking = {
  get: () => {
    // While nobody watches, nothing ticks: the first to look again sees the present all the same.
    if (watchers === 0 && Math.abs(Date.now() - clock.get()) > MINUTE) clock.set(() => Date.now())
    return clock.get()
  },
  set: clock.set,
  subscribe: (listener: () => void) => {
    const stop = clock.subscribe(listener)
    if (watchers++ === 0) {
      tick()
      document.addEventListener('visibilitychange', tick)
    }
    return () => {
      stop()
      if (--watchers > 0) return
      clearTimeout(timer)
      document.removeEventListener('visibilitychange', tick)
    }
  },
}

/** The present, moving on with each minute and whenever the page is looked at again; in milliseconds. */
export function useNow(): number {
  return useStore(ticking)
}
