import { createPersonalStore, useStore } from './store'

/** What arrived by itself and has not been looked at yet: id → when it arrived. */
const fresh = createPersonalStore<ReadonlyMap<string, number>>(new Map())

export function markFresh(id: string): void {
  fresh.set((ids) => new Map(ids).set(id, Date.now()))
}

export function markSeen(id: string): void {
  if (!fresh.get().has(id)) return
  fresh.set((ids) => new Map([...ids].filter(([other]) => other !== id)))
}


export function useFresh(): ReadonlyMap<string, number> {
  return useStore(fresh)
}
