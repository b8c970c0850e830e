import { createContext, use, useMemo } from 'react'
import { formatLocale, useText } from '@/lib/i18n'
import type { Reader } from '@/lib/say-due'
import { useNow } from './use-now'

/** The zone of the person who is signed in. */
export const ZoneContext = createContext('UTC')

/** Who reads a time, where and when: what sayDue and sayAgo need. */
export function useReader(): Reader {
  const zone = use(ZoneContext)
  const now = useNow()
  const text = useText()
  return useMemo(() => ({ now, zone, locale: formatLocale, text }), [now, zone, text])
}
