import type { Reader } from './say-due'
import { dayOf, format } from './say-due'

/** A moment that has passed, as people say it: "just now", "5 min ago", "yesterday 14:00". */
export function sayAgo(instant: string, { now, zone, locale, text }: Reader): string {
  const moment = Date.parse(instant)
  const minutes = Math.floor((now - moment) / 60_000)
  if (minutes < 1) return text('ago.now')
  if (minutes < 60) return text('ago.minutes', { count: minutes })

  const days = dayOf(now, zone).compare(dayOf(moment, zone))
  const time = format(moment, { timeStyle: 'short' }, zone, locale)
  if (days === 0) return text('due.dayTime', { day: text('due.today'), time })
  if (days === 1) return text('due.dayTime', { day: text('due.yesterday'), time })
  const day = format(moment, { weekday: 'short', day: 'numeric', month: 'short' }, zone, locale).replace(',', '')
  return text('due.dayTime', { day, time })
}

/** The moment in full, for a tooltip. */
export function sayMoment(instant: string, zone: string, locale: string): string {
  return format(Date.parse(instant), { dateStyle: 'full', timeStyle: 'long' }, zone, locale)
}
