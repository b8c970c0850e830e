import type { MessageId } from './message-ids'
import { createStore, useStore } from './store'

/** A key of the app: what it does, in words for the help, and how. */
export interface Hotkey {
  /** Names it in the help and in the command palette. */
  does: MessageId
  run: () => void
  /** Acts while somebody types or a dialog is open as well: for keys with a modifier. */
  everywhere?: boolean
  /** Acts again and again while it is held, as a step does. */
  repeats?: boolean
}

/** By key: `n`, `?`, `mod+k` (Ctrl, or Cmd on a Mac), or two after another: `g t`. */
export type Hotkeys = Readonly<Record<string, Hotkey>>

const layers = createStore<readonly Hotkeys[]>([])

/** Adds keys until what it gives back is called. Of two for one key, the later holds. */
export function addHotkeys(keys: Hotkeys): () => void {
  layers.set((all) => [...all, keys])
  return () => layers.set((all) => all.filter((other) => other !== keys))
}

/** Every key that acts now, the latest layer's where two have one. */
export function useAllHotkeys(): Hotkeys {
  return Object.assign({}, ...useStore(layers)) as Hotkeys
}

const TYPING = 'input:not([type=checkbox]):not([type=radio]), textarea, select, [contenteditable=true]'
const OVERLAY = '[role=dialog], [role=alertdialog], [role=menu], [role=listbox]'
/** How long the second key of two may take. */
const SECOND_WITHIN = 1_000

let first: { key: string; at: number } | null = null

export function onKeyDown(event: KeyboardEvent): void {
  if (event.defaultPrevented || event.altKey || event.isComposing) return
  const key = nameOf(event)
  const pair = first !== null && Date.now() - first.at < SECOND_WITHIN ? `${first.key} ${key}` : null
  first = null

  const found = (pair !== null ? find(pair) : undefined) ?? find(key)
  if (found !== undefined) {
    if (found.everywhere !== true && isBusy(event)) return
    event.preventDefault()
    if (!event.repeat || found.repeats === true) found.run()
    return
  }
  if (!isBusy(event) && layers.get().some((keys) => Object.keys(keys).some((name) => name.startsWith(`${key} `)))) {
    first = { key, at: Date.now() }
  }
}

function find(key: string): Hotkey | undefined {
  return layers.get().findLast((keys) => key in keys)?.[key]
}

function nameOf({ key, ctrlKey, metaKey }: KeyboardEvent): string {
  return ctrlKey || metaKey ? `mod+${key.toLowerCase()}` : key
}

function isBusy({ target }: KeyboardEvent): boolean {
  return target instanceof Element && (target.matches(TYPING) || target.closest(OVERLAY) !== null)
}
