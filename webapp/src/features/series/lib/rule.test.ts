import { describe, expect, it } from 'vitest'
import { readRule } from './read-rule'
import { missesDays, type MonthDays, type Rule, weekly, writeRule } from './rule'

const monthly = (monthDays: MonthDays, more: Partial<Rule> = {}): Rule => ({ ...weekly, frequency: 'MONTHLY', monthDays, ...more })

const rules: [string, Rule][] = [
  ['FREQ=HOURLY;INTERVAL=8', { ...weekly, frequency: 'HOURLY', interval: 8 }],
  ['FREQ=DAILY', { ...weekly, frequency: 'DAILY' }],
  ['FREQ=DAILY;INTERVAL=3;COUNT=10', { ...weekly, frequency: 'DAILY', interval: 3, end: { kind: 'count', count: 10 } }],
  ['FREQ=WEEKLY', weekly],
  ['FREQ=WEEKLY;BYDAY=FR', { ...weekly, days: ['FR'] }],
  ['FREQ=WEEKLY;INTERVAL=2;BYDAY=MO,FR;UNTIL=20261218', { ...weekly, interval: 2, days: ['MO', 'FR'], end: { kind: 'until', until: '20261218' } }],
  ['FREQ=WEEKLY;INTERVAL=2;BYDAY=TU,SU;WKST=SU', { ...weekly, interval: 2, days: ['TU', 'SU'], weekStart: 'SU' }],
  ['FREQ=MONTHLY', monthly({ on: 'start' })],
  ['FREQ=MONTHLY;SKIP=BACKWARD', monthly({ on: 'start' }, { skip: 'BACKWARD' })],
  ['FREQ=MONTHLY;BYMONTHDAY=1,15,-1', monthly({ on: 'days', days: [1, 15, -1] })],
  ['FREQ=MONTHLY;BYMONTHDAY=31;SKIP=FORWARD', monthly({ on: 'days', days: [31] }, { skip: 'FORWARD' })],
  ['FREQ=MONTHLY;BYDAY=1MO', monthly({ on: 'nth', position: 1, day: 'MO' })],
  ['FREQ=MONTHLY;INTERVAL=3;BYDAY=-1FR', monthly({ on: 'nth', position: -1, day: 'FR' }, { interval: 3 })],
  ['FREQ=MONTHLY;BYDAY=MO,TU,WE,TH,FR;BYSETPOS=-1', monthly({ on: 'nth', position: -1, day: 'working' })],
  ['FREQ=YEARLY', { ...weekly, frequency: 'YEARLY' }],
  ['FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=29;SKIP=BACKWARD', monthly({ on: 'days', days: [29] }, { frequency: 'YEARLY', months: [2], skip: 'BACKWARD' })],
  ['FREQ=YEARLY;BYMONTH=11;BYDAY=4TH', monthly({ on: 'nth', position: 4, day: 'TH' }, { frequency: 'YEARLY', months: [11] })],
  ['FREQ=DAILY;UNTIL=20261218T140000Z', { ...weekly, frequency: 'DAILY', end: { kind: 'until', until: '20261218T140000Z' } }],
]

describe('a rule', () => {
  it.each(rules)('%s is read as it is, and written the same', (text, rule) => {
    expect(readRule(text)).toEqual(rule)
    expect(writeRule(rule)).toBe(text)
  })

  it.each([
    ['rrule:freq=weekly;byday=fr,mo', 'FREQ=WEEKLY;BYDAY=MO,FR'],
    ['FREQ=MONTHLY;BYDAY=FR;BYSETPOS=1', 'FREQ=MONTHLY;BYDAY=1FR'],
    ['FREQ=MONTHLY;BYDAY=+2WE', 'FREQ=MONTHLY;BYDAY=2WE'],
    ['COUNT=3;INTERVAL=1;FREQ=DAILY', 'FREQ=DAILY;COUNT=3'],
    ['FREQ=MONTHLY;SKIP=OMIT', 'FREQ=MONTHLY'],
  ])('%s, said in another way, is written as %s', (text, same) => {
    const rule = readRule(text)
    expect(rule && writeRule(rule)).toBe(same)
  })

  it.each([
    'FREQ=SECONDLY',
    'FREQ=MINUTELY;INTERVAL=30',
    'FREQ=DAILY;BYHOUR=9,17',
    'FREQ=DAILY;BYDAY=MO,TU',
    'FREQ=WEEKLY;BYDAY=1FR',
    'FREQ=WEEKLY;BYDAY=MO,XX',
    'FREQ=WEEKLY;BYSETPOS=1;BYDAY=MO',
    'FREQ=MONTHLY;BYDAY=FR',
    'FREQ=MONTHLY;BYDAY=1MO,3MO',
    'FREQ=MONTHLY;BYDAY=5FR',
    'FREQ=MONTHLY;BYDAY=FR;BYMONTHDAY=13',
    'FREQ=MONTHLY;BYMONTHDAY=-2',
    'FREQ=MONTHLY;BYMONTHDAY=32',
    'FREQ=MONTHLY;BYMONTHDAY=1,2;BYSETPOS=1',
    'FREQ=YEARLY;BYDAY=1MO',
    'FREQ=YEARLY;BYMONTHDAY=1',
    'FREQ=YEARLY;BYYEARDAY=100',
    'FREQ=DAILY;INTERVAL=0',
    'FREQ=DAILY;COUNT=2;UNTIL=20261218',
    'FREQ=DAILY;UNTIL=tomorrow',
    'FREQ=DAILY;FREQ=DAILY',
    'FREQ=DAILY;',
    'INTERVAL=2',
    '',
  ])('%s says more than the builder shows, and stays text', (text) => {
    expect(readRule(text)).toBeNull()
  })

  it('says nothing of what its frequency does not have', () => {
    const full = { ...weekly, days: ['MO'], monthDays: { on: 'days', days: [31] }, months: [2], skip: 'BACKWARD' } satisfies Rule
    expect(writeRule({ ...full, frequency: 'DAILY' })).toBe('FREQ=DAILY')
    expect(writeRule(full)).toBe('FREQ=WEEKLY;BYDAY=MO')
    expect(writeRule({ ...full, frequency: 'MONTHLY' })).toBe('FREQ=MONTHLY;BYMONTHDAY=31;SKIP=BACKWARD')
  })

  it('may miss a month when a day after the 28th is meant', () => {
    expect(missesDays(monthly({ on: 'start' }), 28)).toBe(false)
    expect(missesDays(monthly({ on: 'start' }), 29)).toBe(true)
    expect(missesDays(monthly({ on: 'days', days: [1, -1] }), 31)).toBe(false)
    expect(missesDays(monthly({ on: 'days', days: [30] }), 1)).toBe(true)
    expect(missesDays(monthly({ on: 'nth', position: -1, day: 'FR' }), 31)).toBe(false)
    expect(missesDays(weekly, 31)).toBe(false)
  })
})
