import { i18n, type Messages } from '@lingui/core'
import { useLingui } from '@lingui/react'
import { useCallback } from 'react'
import { messages } from '@/locales/en.po'
import type { MessageId } from './message-ids'

type Language = 'en' | 'de'

const translations = import.meta.glob<{ messages: Messages }>(['/src/locales/de.po', '/src/features/*/locales/de.po'])

/** The translation into the language that is shown; English itself has none. */
let translated: Messages = {}
let language: Language = 'en'
let english: Messages = messages

/** Loads the strings of a feature with the feature: `addStrings(messages)` in its strings.ts. */
export function addStrings(strings: Messages): void {
  english = { ...english, ...strings }
  i18n.load(language, { ...strings, ...pick(strings) })
}

/** Shows everything in a language; what it does not say yet is said in English. */
export async function speak(wanted: Language): Promise<void> {
  translated = {}
  if (wanted !== 'en') {
    const catalogues = await Promise.all(Object.values(translations).map((load) => load()))
    translated = Object.assign({}, ...catalogues.map((catalogue) => catalogue.messages)) as Messages
  }
  language = wanted
  i18n.load(language, { ...english, ...translated })
  i18n.activate(language)
  // Without a catalogue it is all said in English still.
  document.documentElement.lang = Object.keys(translated).length > 0 ? language : 'en'
}

/** The best of our languages for somebody who reads these, the first the most gladly. */
export function languageFor(wanted: readonly string[]): Language {
  const known: readonly string[] = Object.keys(translations).length > 0 ? ['en', 'de'] : ['en']
  return (wanted.map((one) => one.slice(0, 2)).find((one) => known.includes(one)) ?? 'en') as Language
}

function pick(strings: Messages): Messages {
  return Object.fromEntries(Object.entries(translated).filter(([id]) => id in strings))
}

i18n.load('en', messages)
i18n.activate('en')

export { i18n }

/** Dates, times and numbers are said as the browser's language says them, whatever language the words are in. */
export const formatLocale = navigator.language

/** Says the string of an id; plurals and names are filled in from `values`. */
export type Text = (id: MessageId, values?: Record<string, string | number>) => string

export const text: Text = (id, values) => i18n._(id, values)

export function useText(): Text {
  const { i18n: current } = useLingui()
  return useCallback((id, values) => current._(id, values), [current])
}
