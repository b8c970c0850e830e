import { format, placeOf } from './say-due'

export interface Zone {
  /** IANA name. */
  name: string
  place: string
  region: string
}

/** What ICU still calls by an old name, by the name that people know. */
const renamed: Readonly<Record<string, string>> = {
  'Asia/Calcutta': 'Asia/Kolkata',
  'Asia/Katmandu': 'Asia/Kathmandu',
  'Asia/Rangoon': 'Asia/Yangon',
  'Asia/Saigon': 'Asia/Ho_Chi_Minh',
  'Atlantic/Faeroe': 'Atlantic/Faroe',
  'Europe/Kiev': 'Europe/Kyiv',
}

let all: readonly Zone[] | undefined

/** Every zone that the browser knows, by the name of its place. */
export function zones(): readonly Zone[] {
  all ??= [...Intl.supportedValuesOf('timeZone'), 'UTC']
    .map((name) => renamed[name] ?? name)
    .filter((name, index, names) => names.indexOf(name) === index)
    .map((name) => ({ name, place: placeOf(name), region: regionOf(name) }))
    .sort((one, other) => one.place.localeCompare(other.place))
  return all
}

/** The zones in which each of the words occurs, those whose place begins so first. */
export function findZones(words: string): Zone[] {
  const wanted = plain(words).split(' ').filter(Boolean)
  const found = zones().filter(({ name }) => wanted.every((word) => plain(name).includes(word)))
  const begins = ({ place }: Zone) => (plain(place).startsWith(wanted[0] ?? '') ? 0 : 1)
  return found.sort((one, other) => begins(one) - begins(other))
}

/** How far its clocks are from UTC at a moment: "GMT+1". */
export function offsetOf(zone: string, moment: number, locale: string): string {
  const parts = format(moment, { timeZoneName: 'shortOffset', hour: 'numeric' }, zone, locale)
  return /(?:GMT|UTC)(?:[+\-−]\d{1,2}(?::\d{2})?)?/.exec(parts)?.[0] ?? ''
}

function regionOf(zone: string): string {
  return zone.split('/').slice(0, -1).join(', ').replaceAll('_', ' ')
}

function plain(text: string): string {
  return text.toLowerCase().replaceAll(/[_/]/g, ' ').normalize('NFD').replaceAll(/\p{M}/gu, '')
}
