import { addStrings } from '@/lib/i18n'
import { messages } from './locales/en.po'

/** What Insight says beyond the strip, which is in the first load's catalogue. */
addStrings(messages)
