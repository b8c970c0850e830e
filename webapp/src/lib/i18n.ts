import { i18n } from '@lingui/core'
import { useLingui } from '@lingui/react'
import { useCallback } from 'react'
import { messages } from '@/locales/en.po'
import type { MessageId } from './message-ids'

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
