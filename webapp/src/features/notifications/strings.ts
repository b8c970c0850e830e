import { addStrings } from '@/lib/i18n'
import { messages } from './locales/en.po'

/** What the page of notifications says beyond the list itself. */
addStrings(messages)
