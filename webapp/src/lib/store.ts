import { useSyncExternalStore } from 'react'

/** A value outside React that components can watch: for what arrives by itself (a stream, a clock). */
export interface Store<Value> {
  get: () => Value
  set: (change: (value: Value) => Value) => void
  subscribe: (listener: () => void) => () => void
}

export function createStore<Value>(initial: Value): Store<Value> {
  let value = initial
  const listeners = new Set<() => void>()
  return {
    get: () => value,
    set: (change) => {
      value = change(value)
      listeners.forEach((listener) => listener())
    },
    subscribe: (listener) => {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
  }
}

const forgets = new Set<() => void>()

/** One whose value is of the person who is here: nothing of it is left for the next. */
export function createPersonalStore<Value>(initial: Value): Store<Value> {
  const store = createStore(initial)
  forgets.add(() => store.set(() => initial))
  return store
}

/** Empties every store of the person who was here. */
export function forgetPerson(): void {
  forgets.forEach((forget) => forget())
}

export function useStore<Value>(store: Store<Value>): Value {
  return useSyncExternalStore(store.subscribe, store.get)
}
