import { type CalendarDate, fromAbsolute, parseDate, toCalendarDate, toZoned } from '@internationalized/date'
import type { Text } from './i18n'

const MINUTE = 60_000
const HOUR = 60 * MINUTE
const DAY = 24 * HOUR

/** When something is due: a local time or a date in a zone, and the instant that it stands for. */
export interface DueLike {
  date: string | null
  zone: string
  at: string
}

/** Where and when it is being read. `zone` is the person's. */
export interface Reader {
  now: number
  zone: string
  locale: string
  text: Text
}

export type DueTone = 'late' | 'soon' | 'today' | 'later' | 'past'

export interface SaidDue {
  /** As people say it: "today 14:00", "in 20 min", "3 days late". */
  words: string
  /** The time there, when it is meant for another zone than the reader's: "08:00 New York". */
  elsewhere: string | null
  /** The exact moment with its zone, and the reader's own when that differs. */
  exact: string
  tone: DueTone
}

/** The moment at which something due is late: the instant itself, or the end of the day for a date. */
export function lateAt(due: DueLike): number {
  if (due.date == null) return Date.parse(due.at)
  return toZoned(parseDate(due.date).add({ days: 1 }), due.zone).toDate().getTime()
}

/** Days from the reader's today; negative in the past. For a date, today is that of its own zone. */
export function daysAway(due: DueLike, now: number, zone: string): number {
  return due.date == null
    ? dayOf(Date.parse(due.at), zone).compare(dayOf(now, zone))
    : parseDate(due.date).compare(dayOf(now, due.zone))
}

/** A task that is done or skipped is never late: pass `open` false and the day is said plainly. */
export function sayDue(due: DueLike, open: boolean, reader: Reader): SaidDue {
  const { now, zone, text } = reader
  const days = daysAway(due, now, zone)
  const late = now - lateAt(due)
  return {
    words: sayWords(due, open, days, late, reader),
    elsewhere: due.zone === zone ? null : sayElsewhere(due, reader),
    exact: sayExact(due, zone, reader.locale, text),
    tone: toneOf(due, open, days, late),
  }
}

function toneOf(due: DueLike, open: boolean, days: number, late: number): DueTone {
  if (!open) return 'past'
  if (late >= (due.date == null ? MINUTE : 0)) return 'late'
  if (due.date == null && late > -HOUR) return 'soon'
  return days === 0 ? 'today' : 'later'
}

function sayWords(due: DueLike, open: boolean, days: number, late: number, { zone, locale, text, now }: Reader): string {
  const timed = due.date == null
  const at = Date.parse(due.at)

  if (open && late >= (timed ? MINUTE : 0)) {
    if (timed && late < HOUR) return text('due.late.minutes', { count: Math.floor(late / MINUTE) })
    if (timed && late < DAY) return text('due.late.hours', { count: Math.floor(late / HOUR) })
    if (-days <= 30) return text('due.late.days', { count: Math.max(1, -days) })
  }
  if (open && timed && late > -HOUR && late < MINUTE) {
    const minutes = Math.ceil(-late / MINUTE)
    if (minutes <= 0) return text('due.now')
    if (minutes < 60) return text('due.inMinutes', { count: minutes })
  }

  // A date is formatted as noon UTC of itself, so that no zone can move it.
  const moment = timed ? at : Date.parse(`${due.date ?? ''}T12:00:00Z`)
  const dayZone = timed ? zone : 'UTC'
  const day = sayDay(moment, days, dayZone, locale, text, sameYear(due, now, zone))
  const said = timed ? text('due.dayTime', { day, time: format(at, { timeStyle: 'short' }, zone, locale) }) : day
  return open && late >= 0 && !(timed && late < MINUTE) ? text('due.late.since', { day }) : said
}

function sayDay(moment: number, days: number, zone: string, locale: string, text: Text, thisYear: boolean): string {
  if (days === 0) return text('due.today')
  if (days === 1) return text('due.tomorrow')
  if (days === -1) return text('due.yesterday')
  if (days > 1 && days < 7) return format(moment, { weekday: 'short' }, zone, locale)
  return thisYear
    ? format(moment, { weekday: 'short', day: 'numeric', month: 'short' }, zone, locale).replace(',', '')
    : format(moment, { day: 'numeric', month: 'short', year: 'numeric' }, zone, locale)
}

function sayElsewhere(due: DueLike, { zone, locale }: Reader): string {
  const place = placeOf(due.zone)
  if (due.date != null) return place
  const at = Date.parse(due.at)
  const sameDay = dayOf(at, zone).compare(dayOf(at, due.zone)) === 0
  const time = format(at, { timeStyle: 'short' }, due.zone, locale)
  return sameDay ? `${time} ${place}` : `${format(at, { weekday: 'short' }, due.zone, locale)} ${time} ${place}`
}

function sayExact(due: DueLike, zone: string, locale: string, text: Text): string {
  const place = placeOf(due.zone)
  if (due.date != null) {
    const day = format(Date.parse(`${due.date}T12:00:00Z`), { dateStyle: 'full' }, 'UTC', locale)
    return text('due.exact.date', { day, place })
  }
  const at = Date.parse(due.at)
  const timeStyle = at % MINUTE === 0 ? 'short' : 'medium'
  const moment = (inZone: string) => format(at, { dateStyle: 'full', timeStyle }, inZone, locale)
  if (due.zone === zone) return text('due.exact.moment', { moment: moment(zone), place })
  const sameDay = dayOf(at, zone).compare(dayOf(at, due.zone)) === 0
  return text('due.exact.elsewhere', { moment: moment(due.zone), place, yours: sameDay ? format(at, { timeStyle }, zone, locale) : moment(zone) })
}

/** The city of an IANA zone, as people write it: "America/New_York" is "New York". */
export function placeOf(zone: string): string {
  return (zone.split('/').at(-1) ?? zone).replaceAll('_', ' ')
}

const days = new Map<string, CalendarDate>()
/** A list asks for the day of now at each of its rows, and of the same moments at each turn. */
const MOST_DAYS = 2_000

export function dayOf(moment: number, zone: string): CalendarDate {
  const key = `${zone} ${moment}`
  const known = days.get(key)
  if (known !== undefined) return known
  const day = toCalendarDate(fromAbsolute(moment, zone))
  if (days.size >= MOST_DAYS) days.clear()
  days.set(key, day)
  return day
}

function sameYear(due: DueLike, now: number, zone: string): boolean {
  const year = due.date == null ? dayOf(Date.parse(due.at), zone).year : parseDate(due.date).year
  return year === dayOf(now, zone).year
}

const formats = new Map<string, Intl.DateTimeFormat>()

/** `Intl.DateTimeFormat` costs tens of microseconds to make and a list needs thousands: each is made once. */
export function format(moment: number, options: Intl.DateTimeFormatOptions, zone: string, locale: string): string {
  const key = `${locale} ${zone} ${JSON.stringify(options)}`
  let formatter = formats.get(key)
  if (formatter === undefined) {
    formatter = new Intl.DateTimeFormat(locale, { ...options, timeZone: zone })
    formats.set(key, formatter)
  }
  return formatter.format(moment)
}
