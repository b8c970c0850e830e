import { getDayOfWeek, parseDate } from '@internationalized/date'
import type { Me } from '@/api/types'

/** On which day a week begins, as calendars name it. */
export type FirstDay = 'mon' | 'sat' | 'sun'

export const firstDays = { monday: 'mon', saturday: 'sat', sunday: 'sun' } as const satisfies Record<Me['weekStart'], FirstDay>

export const weekStarts = Object.keys(firstDays) as readonly Me['weekStart'][]

const MONDAY = parseDate('2024-01-01')

/** On which day weeks begin where a language is spoken; Monday where it is another than we know. */
export function weekStartIn(locale: string): Me['weekStart'] {
  return weekStarts.find((day) => getDayOfWeek(MONDAY, locale, firstDays[day]) === getDayOfWeek(MONDAY, locale)) ?? 'monday'
}
