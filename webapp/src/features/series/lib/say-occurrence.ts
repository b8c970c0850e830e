import { placeOf, format, type Reader } from '@/lib/say-due'
import type { PreviewMoment } from '../api/types'

interface Where {
  /** The series' zone. */
  zone: string
  dateOnly: boolean
}

/** Day and time of an occurrence where it is meant: "Fri 27 Nov 2026", "14:00"; no time when it is a whole day. */
export function sayOccurrence(at: string, { zone, dateOnly }: Where, { locale }: Reader): { day: string; time: string } {
  const moment = Date.parse(at)
  const day = format(moment, { weekday: 'short', day: 'numeric', month: 'short', year: 'numeric' }, zone, locale)
  return { day: day.replace(',', ''), time: dateOnly ? '' : format(moment, { timeStyle: 'short' }, zone, locale) }
}

/** Why an occurrence comes at another time, or twice the same clock time: one sentence; null when its zone did nothing. */
export function sayShift(moment: Pick<PreviewMoment, 'local' | 'at' | 'zoneShift'>, zone: string, reader: Reader): string | null {
  if (moment.zoneShift === 'none') return null
  const said = clock(moment.local, reader.locale)
  if (moment.zoneShift === 'overlap') return reader.text('series.shift.overlap', { said, place: placeOf(zone) })
  const time = format(Date.parse(moment.at), { timeStyle: 'short' }, zone, reader.locale)
  return reader.text('series.shift.gap', { said, time, place: placeOf(zone) })
}

/** A local time as the locale writes it, whatever zone it is of. */
function clock(local: string, locale: string): string {
  return format(Date.parse(`${local.includes('T') ? local : `${local}T00:00`}Z`), { timeStyle: 'short' }, 'UTC', locale)
}
