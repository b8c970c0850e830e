import { createPersonalStore, useStore } from '@/lib/store'

/** What lies over the page, at most one of them; each is loaded when it is first opened. `search`: the page that is searched on is on its way. */
export type OverlayName = 'quick-add' | 'palette' | 'help' | 'outbox' | 'search'

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

/** To the field of the page that is shown, where it has one; else false: the page that has one is to be shown. */
export function openSearch(): boolean {
  const field = document.getElementById('task-search')
  if (field instanceof HTMLInputElement) {
    field.focus()
    field.select()
  } else openOverlay('search')
  return field !== null
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

/** What was typed for the search that somebody has asked for; null: nobody has. */
export function takeSearch(): string | null {
  if (overlay.get() !== 'search') return null
  closeOverlay()
  return takeTyped()
}

export function closeOverlay(): void {
  overlay.set(() => null)
}

export function useOverlay(): OverlayName | null {
  return useStore(overlay)
}
