import { createPersonalStore, useStore } from '@/lib/store'

/** What lies over the page, at most one of them; each is loaded when it is first opened. */
export type OverlayName = 'quick-add' | 'palette' | 'help' | 'outbox'

const overlay = createPersonalStore<OverlayName | null>(null)

/** What was typed since the overlay was asked for and before it was there. */
let typed = ''

export function openOverlay(name: OverlayName): void {
  typed = ''
  overlay.set(() => name)
}

/** To the line of the page that is shown, where it has one. */
export function openQuickAdd(): void {
  const line = document.getElementById('quick-add')
  if (line === null) openOverlay('quick-add')
  else line.focus()
}

/** A key for an overlay that is still being loaded: a letter, `Backspace`; others do nothing. */
export function typeAhead(key: string): void {
  if (key === 'Backspace') typed = typed.slice(0, -1)
  else if (key.length === 1) typed += key
}

/** What was typed ahead, once. */
export function takeTyped(): string {
  const taken = typed
  typed = ''
  return taken
}

export function closeOverlay(): void {
  overlay.set(() => null)
}

export function useOverlay(): OverlayName | null {
  return useStore(overlay)
}
