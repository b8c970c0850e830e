import { createStore, useStore } from './store'

/** How somebody likes this app on this device. No secret, so it may stay in the browser. */
export interface Preferences {
  theme: 'system' | 'light' | 'dark'
  rows: 'comfortable' | 'compact'
  /** `system` is the browser's. */
  language: 'system' | 'en' | 'de'
}

const KEY = 'punctual.preferences'
const DEFAULTS: Preferences = { theme: 'system', rows: 'comfortable', language: 'system' }

const preferences = createStore<Preferences>(read())

function read(): Preferences {
  try {
    return { ...DEFAULTS, ...(JSON.parse(localStorage.getItem(KEY) ?? '{}') as Partial<Preferences>) }
  } catch {
    return DEFAULTS // the storage is closed, or what is in it is none of ours
  }
}

export function setPreferences(change: Partial<Preferences>): void {
  preferences.set((before) => ({ ...before, ...change }))
  apply()
  try {
    localStorage.setItem(KEY, JSON.stringify(preferences.get()))
  } catch {
    // it holds until the page is closed
  }
}

export function usePreferences(): Preferences {
  return useStore(preferences)
}

export function getPreferences(): Preferences {
  return preferences.get()
}

/** Tells the style sheet; call it once before the first render. */
export function apply(): void {
  const { theme, rows } = preferences.get()
  document.documentElement.dataset.theme = theme
  document.documentElement.dataset.rows = rows
}
