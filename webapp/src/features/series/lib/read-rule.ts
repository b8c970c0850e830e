import {
  type End,
  frequencies,
  type Frequency,
  hasMonthDays,
  type MonthDays,
  type Position,
  positions,
  type Rule,
  skips,
  weekdays,
  type Weekday,
  workingDays,
} from './rule'

type Parts = ReadonlyMap<string, string>

/** What each frequency may say for the builder to show it. */
const known: Record<Frequency, readonly string[]> = {
  HOURLY: [],
  DAILY: [],
  WEEKLY: ['BYDAY', 'WKST'],
  MONTHLY: ['BYMONTHDAY', 'BYDAY', 'BYSETPOS', 'SKIP'],
  YEARLY: ['BYMONTH', 'BYMONTHDAY', 'BYDAY', 'BYSETPOS', 'SKIP'],
}
const knownEverywhere = ['FREQ', 'INTERVAL', 'COUNT', 'UNTIL']

/** Reads a rule into what the builder shows; null when it says anything that the builder cannot show exactly. */
export function readRule(text: string): Rule | null {
  const parts = readParts(text)
  const frequency = frequencies.find((one) => one === parts?.get('FREQ'))
  if (parts === null || frequency === undefined) return null
  if ([...parts.keys()].some((name) => !knownEverywhere.includes(name) && !known[frequency].includes(name))) return null

  const interval = readNumber(parts.get('INTERVAL') ?? '1')
  const days = frequency === 'WEEKLY' ? readList(parts.get('BYDAY'), readWeekday) : []
  const monthDays = hasMonthDays(frequency) ? readMonthDays(parts) : ({ on: 'start' } as const)
  const months = readList(parts.get('BYMONTH'), (month) => within(month, 1, 12))
  const skip = skips.find((one) => one === (parts.get('SKIP') ?? 'OMIT'))
  const end = readEnd(parts)
  const weekStart = parts.has('WKST') ? readWeekday(parts.get('WKST') ?? '') : null
  if (interval === null || days === null || monthDays === null || months === null) return null
  if (skip === undefined || end === null || (parts.has('WKST') && weekStart === null)) return null
  // Days of a year that name no month are days of the year, which is something else.
  if (frequency === 'YEARLY' && monthDays.on !== 'start' && months.length === 0) return null
  if (skip !== 'OMIT' && monthDays.on === 'nth') return null
  return { frequency, interval, days, monthDays, months, skip, end, weekStart }
}

function readParts(text: string): Parts | null {
  const parts = new Map<string, string>()
  for (const part of text.trim().toUpperCase().replace(/^RRULE:/, '').split(';')) {
    const [name, value, ...more] = part.split('=')
    if (name === undefined || value === undefined || value === '' || more.length > 0 || parts.has(name)) return null
    parts.set(name, value)
  }
  return parts
}

function readMonthDays(parts: Parts): MonthDays | null {
  const numbers = readList(parts.get('BYMONTHDAY'), (day) => (day === '-1' ? -1 : within(day, 1, 31)))
  const byDay = parts.get('BYDAY')
  const atPosition = parts.get('BYSETPOS')
  if (numbers === null) return null
  if (byDay === undefined) {
    if (atPosition !== undefined) return null
    return numbers.length === 0 ? { on: 'start' } : { on: 'days', days: numbers }
  }
  if (numbers.length > 0) return null
  if (atPosition === undefined) {
    const [, position, day] = /^([+-]?\d+)([A-Z]{2})$/.exec(byDay) ?? []
    return nth(position, readWeekday(day ?? ''))
  }
  const days = byDay.split(',')
  const working = days.length === workingDays.length && workingDays.every((day) => days.includes(day))
  return nth(atPosition, working ? 'working' : readWeekday(byDay))
}

function nth(position: string | undefined, day: Weekday | 'working' | null): MonthDays | null {
  const found = readPosition(position)
  return found === undefined || day === null ? null : { on: 'nth', position: found, day }
}

function readPosition(text: string | undefined): Position | undefined {
  return positions.find((position) => position === Number(text))
}

function readEnd(parts: Parts): End | null {
  const count = parts.get('COUNT')
  const until = parts.get('UNTIL')
  if (count !== undefined && until !== undefined) return null
  if (count !== undefined) {
    const number = readNumber(count)
    return number === null ? null : { kind: 'count', count: number }
  }
  if (until === undefined) return { kind: 'never' }
  return /^\d{8}(T\d{6}Z?)?$/.test(until) ? { kind: 'until', until } : null
}

/** Null when one of them is nothing; a list without values is empty. */
function readList<Value>(text: string | undefined, read: (one: string) => Value | null): Value[] | null {
  if (text === undefined) return []
  const values = text.split(',').map(read)
  return values.includes(null) ? null : (values as Value[])
}

function readWeekday(text: string): Weekday | null {
  return weekdays.find((day) => day === text) ?? null
}

function readNumber(text: string): number | null {
  return within(text, 1, 100_000)
}

function within(text: string, from: number, to: number): number | null {
  const number = /^\+?\d+$/.test(text) ? Number(text) : 0
  return number >= from && number <= to ? number : null
}
