import { addStrings } from '@/lib/i18n'
import { messages } from './locales/en.po'

/** What the pages of tasks say beyond Today, which is in the first load's catalogue. */
addStrings(messages)
