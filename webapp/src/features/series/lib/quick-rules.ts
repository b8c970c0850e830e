import { type CalendarDate, getDayOfWeek, parseDate } from '@internationalized/date'
import { type Rule, weekdays, type Weekday, weekly, workingDays, writeRule } from './rule'

/** What most people want, one press away. */
export const quickRules = ['daily', 'working', 'weekly', 'fortnightly', 'monthly', 'lastWorking', 'yearly'] as const
export type QuickRule = (typeof quickRules)[number]

const rules: Record<QuickRule, Rule> = {
  daily: { ...weekly, frequency: 'DAILY' },
  working: { ...weekly, days: workingDays },
  weekly,
  fortnightly: { ...weekly, interval: 2 },
  monthly: { ...weekly, frequency: 'MONTHLY' },
  lastWorking: { ...weekly, frequency: 'MONTHLY', monthDays: { on: 'nth', position: -1, day: 'working' } },
  yearly: { ...weekly, frequency: 'YEARLY' },
}

export function quickRule(name: QuickRule): Rule {
  return rules[name]
}

/** Which of them a rule is, whenever it ends; null: none. */
export function quickOf(rule: Rule): QuickRule | null {
  const endless = writeRule({ ...rule, end: { kind: 'never' }, skip: 'OMIT' })
  return quickRules.find((name) => writeRule(rules[name]) === endless) ?? null
}

export function weekdayOf(date: string | CalendarDate): Weekday {
  const day = typeof date === 'string' ? parseDate(date) : date
  // In a locale whose weeks begin on Monday.
  return weekdays[getDayOfWeek(day, 'en-GB', 'mon')] ?? 'MO'
}
