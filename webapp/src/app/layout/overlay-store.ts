import { createPersonalStore, useStore } from '@/lib/store'

/** What lies over the page, at most one of them; each is loaded when it is first opened. */
export type OverlayName = 'quick-add' | 'palette' | 'help' | 'outbox'

const overlay = createPersonalStore<OverlayName | null>(null)

export function openOverlay(name: OverlayName): void {
  overlay.set(() => name)
}

/** To the line of the page that is shown, where it has one. */
export function openQuickAdd(): void {
  const line = document.getElementById('quick-add')
  if (line === null) openOverlay('quick-add')
  else line.focus()
}

export function closeOverlay(): void {
  overlay.set(() => null)
}

export function useOverlay(): OverlayName | null {
  return useStore(overlay)
}
