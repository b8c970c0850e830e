import { getDayOfWeek, parseDate } from '@internationalized/date'
import { format } from '@/lib/say-due'
import { type Weekday, weekdays } from './rule'

const MONDAY = '2024-01-01'

/** The days of the week in the locale's order. */
export function weekOf(locale: string): Weekday[] {
  const before = getDayOfWeek(parseDate(MONDAY), locale)
  return [...weekdays.slice(weekdays.length - before), ...weekdays.slice(0, weekdays.length - before)]
}

export function weekdayName(day: Weekday, style: 'long' | 'short', locale: string): string {
  const moment = Date.UTC(2024, 0, 1 + weekdays.indexOf(day), 12)
  return format(moment, { weekday: style }, 'UTC', locale)
}

/** @param month 1 to 12 */
export function monthName(month: number, style: 'long' | 'short', locale: string): string {
  return format(Date.UTC(2024, month - 1, 15), { month: style }, 'UTC', locale)
}
