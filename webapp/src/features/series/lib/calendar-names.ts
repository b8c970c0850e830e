import { format } from '@/lib/say-due'
import type { FirstDay } from '@/lib/week'
import { type Weekday, weekdays } from './rule'

/** The days of a week that begins on a day. */
export function weekFrom(firstDay: FirstDay): Weekday[] {
  const first = weekdays.findIndex((day) => firstDay.startsWith(day.toLowerCase()))
  return [...weekdays.slice(first), ...weekdays.slice(0, first)]
}

export function weekdayName(day: Weekday, style: 'long' | 'short', locale: string): string {
  const moment = Date.UTC(2024, 0, 1 + weekdays.indexOf(day), 12)
  return format(moment, { weekday: style }, 'UTC', locale)
}

/** @param month 1 to 12 */
export function monthName(month: number, style: 'long' | 'short', locale: string): string {
  return format(Date.UTC(2024, month - 1, 15), { month: style }, 'UTC', locale)
}
