import { useState } from 'react'

const PREFIX = 'punctual.draft.'

/** What somebody wrote and has not saved: it outlives a reload and a session that ends. No token is ever kept so. */
function read(key: string): unknown {
  try {
    const kept = localStorage.getItem(PREFIX + key)
    return kept === null ? null : (JSON.parse(kept))
  } catch {
    return null
  }
}

/** Null forgets it. */
export function keepDraft(key: string, draft: unknown): void {
  try {
    if (draft === null) localStorage.removeItem(PREFIX + key)
    else localStorage.setItem(PREFIX + key, JSON.stringify(draft))
  } catch {
    // the storage is full or closed: the draft holds until the page is closed
  }
}

/** Writes on at the end of one. */
export function appendDraft(key: string, more: string): void {
  if (more === '') return
  const before = read(key)
  keepDraft(key, `${typeof before === 'string' ? before : ''}${more}`)
}

/** What one person wrote is not shown to the next. */
export function forgetDrafts(): void {
  try {
    Object.keys(localStorage)
      .filter((key) => key.startsWith(PREFIX))
      .forEach((key) => localStorage.removeItem(key))
  } catch {
    // the storage is closed: nothing is kept in it
  }
}

/** A state that outlives a reload under a key; null is "nothing written". */
export function useDraft<Draft>(key: string): [Draft | null, (draft: Draft | null) => void] {
  const [state, setState] = useState(() => ({ key, draft: read(key) as Draft | null }))
  const held = state.key === key ? state : { key, draft: read(key) as Draft | null }
  if (held !== state) setState(held)
  return [
    held.draft,
    (draft) => {
      keepDraft(key, draft)
      setState({ key, draft })
    },
  ]
}
