import { createPersonalStore, useStore } from './store'

const SHOWN_FOR = 10_000
const AT_MOST = 3

export interface Toast {
  id: number
  /** What it speaks of: a newer word on the same thing takes the place of the older. */
  about: string
  text: string
  action?: { label: string; run: () => void }
}

const toasts = createPersonalStore<readonly Toast[]>([])
let lastId = 0

/** Says what happened for 10 s, with one thing to do about it: undo, or try again. */
export function showToast(toast: Omit<Toast, 'id'>): void {
  const id = ++lastId
  toasts.set((shown) => [...shown.filter(({ about }) => about !== toast.about), { ...toast, id }].slice(-AT_MOST))
  setTimeout(() => dismissToast(id), SHOWN_FOR)
}

export function dismissToast(id: number): void {
  toasts.set((shown) => shown.filter((toast) => toast.id !== id))
}


/** Does what the newest toast offers, as the key `z` does. */
export function runLastToast(): void {
  const last = toasts.get().findLast((toast) => toast.action !== undefined)
  if (last === undefined) return
  dismissToast(last.id)
  last.action?.run()
}

export function useToasts(): readonly Toast[] {
  return useStore(toasts)
}
