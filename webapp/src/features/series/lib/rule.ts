/** The days of the week as RFC 5545 names them, the week beginning on Monday. */
export const weekdays = ['MO', 'TU', 'WE', 'TH', 'FR', 'SA', 'SU'] as const
export type Weekday = (typeof weekdays)[number]

export const workingDays: readonly Weekday[] = ['MO', 'TU', 'WE', 'TH', 'FR']

export const frequencies = ['HOURLY', 'DAILY', 'WEEKLY', 'MONTHLY', 'YEARLY'] as const
export type Frequency = (typeof frequencies)[number]

/** What becomes of a day that a month does not have (RFC 7529). */
export const skips = ['OMIT', 'BACKWARD', 'FORWARD'] as const
export type Skip = (typeof skips)[number]

/** 1 to 4 from the beginning, -1 and -2 from the end. */
export const positions = [1, 2, 3, 4, -1, -2] as const
export type Position = (typeof positions)[number]

/** Which days of a month: that of the start, some by number (-1 is the last), or the nth of a weekday or of the working days. */
export type MonthDays =
  | { on: 'start' }
  | { on: 'days'; days: readonly number[] }
  | { on: 'nth'; position: Position; day: Weekday | 'working' }

/** `until` as the rule says it: a date (through that day), a local time, or an instant in UTC. */
export type End = { kind: 'never' } | { kind: 'count'; count: number } | { kind: 'until'; until: string }

/** A recurrence rule as the builder shows it. What it cannot show stays text. */
export interface Rule {
  frequency: Frequency
  /** Every so many; 1 is every one. */
  interval: number
  /** Of a weekly rule; none: the day that it starts on. */
  days: readonly Weekday[]
  /** Of a monthly or yearly rule. */
  monthDays: MonthDays
  /** Of a yearly rule, 1 to 12; none: the month that it starts in. */
  months: readonly number[]
  skip: Skip
  end: End
  /** Where weeks begin, when the rule says so. */
  weekStart: Weekday | null
}

export const weekly: Rule = {
  frequency: 'WEEKLY',
  interval: 1,
  days: [],
  monthDays: { on: 'start' },
  months: [],
  skip: 'OMIT',
  end: { kind: 'never' },
  weekStart: null,
}

/** The rule as RFC 5545 writes it, with SKIP of RFC 7529. */
export function writeRule(rule: Rule): string {
  const parts = [`FREQ=${rule.frequency}`]
  if (rule.interval !== 1) parts.push(`INTERVAL=${rule.interval}`)
  if (rule.frequency === 'YEARLY' && rule.months.length > 0) parts.push(`BYMONTH=${ascending(rule.months).join(',')}`)
  if (rule.frequency === 'WEEKLY' && rule.days.length > 0) parts.push(`BYDAY=${inWeekOrder(rule.days).join(',')}`)
  if (hasMonthDays(rule.frequency)) parts.push(...writeMonthDays(rule.monthDays))
  if (mayMissDays(rule) && rule.skip !== 'OMIT') parts.push(`SKIP=${rule.skip}`)
  if (rule.end.kind === 'count') parts.push(`COUNT=${rule.end.count}`)
  if (rule.end.kind === 'until') parts.push(`UNTIL=${rule.end.until}`)
  if (rule.frequency === 'WEEKLY' && rule.weekStart !== null) parts.push(`WKST=${rule.weekStart}`)
  return parts.join(';')
}

function writeMonthDays(monthDays: MonthDays): string[] {
  switch (monthDays.on) {
    case 'start':
      return []
    case 'days':
      return monthDays.days.length === 0 ? [] : [`BYMONTHDAY=${lastAtTheEnd(monthDays.days).join(',')}`]
    case 'nth':
      return monthDays.day === 'working'
        ? [`BYDAY=${workingDays.join(',')}`, `BYSETPOS=${monthDays.position}`]
        : [`BYDAY=${monthDays.position}${monthDays.day}`]
  }
}

export function hasMonthDays(frequency: Frequency): boolean {
  return frequency === 'MONTHLY' || frequency === 'YEARLY'
}

/** Whether SKIP could change anything, whatever the start is: the nth of something is never missing in this way. */
export function mayMissDays(rule: Rule): boolean {
  return hasMonthDays(rule.frequency) && rule.monthDays.on !== 'nth'
}

/** Whether a month or year may lack a day that the rule names, given the day of the month that it starts on. */
export function missesDays(rule: Rule, startDay: number): boolean {
  if (!mayMissDays(rule)) return false
  const days = rule.monthDays.on === 'days' && rule.monthDays.days.length > 0 ? rule.monthDays.days : [startDay]
  return days.some((day) => day > 28)
}

export function inWeekOrder(days: readonly Weekday[]): Weekday[] {
  return weekdays.filter((day) => days.includes(day))
}

export function lastAtTheEnd(days: readonly number[]): number[] {
  return ascending(days.map((day) => (day === -1 ? 32 : day))).map((day) => (day === 32 ? -1 : day))
}

function ascending(numbers: readonly number[]): number[] {
  return [...numbers].sort((one, other) => one - other)
}
