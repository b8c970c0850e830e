import { addStrings } from '@/lib/i18n'
import { messages } from './locales/en.po'

addStrings(messages)
