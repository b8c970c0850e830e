import { createStore, useStore } from '@/lib/store'

/** What lies over the page, at most one of them; each is loaded when it is first opened. */
export type OverlayName = 'quick-add' | 'palette' | 'help'

const overlay = createStore<OverlayName | null>(null)

export function openOverlay(name: OverlayName): void {
  overlay.set(() => name)
}

export function closeOverlay(): void {
  overlay.set(() => null)
}

export function useOverlay(): OverlayName | null {
  return useStore(overlay)
}
