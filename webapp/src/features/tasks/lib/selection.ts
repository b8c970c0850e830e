import { createPersonalStore, useStore } from '@/lib/store'

/** The tasks that are selected, wherever they are shown; they stay so until somebody goes to another page. */
const selection = createPersonalStore<ReadonlySet<string>>(new Set())

export function useSelection(): ReadonlySet<string> {
  return useStore(selection)
}

export function toggleSelected(id: string): void {
  selection.set((ids) => {
    const next = new Set(ids)
    if (!next.delete(id)) next.add(id)
    return next
  })
}

export function select(ids: Iterable<string>): void {
  selection.set((before) => new Set([...before, ...ids]))
}

export function clearSelection(): void {
  selection.set((before) => (before.size === 0 ? before : new Set()))
}

export function getSelection(): ReadonlySet<string> {
  return selection.get()
}
