import { describe, expect, it } from 'vitest'
import { text } from './i18n'
import { type DueLike, type Reader, sayDue } from './say-due'

// A Friday.
const NOW = '2026-11-27T13:40:00Z'

const reader = (zone: string, now = NOW): Reader => ({ now: Date.parse(now), zone, locale: 'en-GB', text })
const moment = (at: string, zone = 'Europe/London'): DueLike => ({ date: null, zone, at })
const date = (day: string, at: string, zone = 'Europe/London'): DueLike => ({ date: day, zone, at })

describe('a moment, read in London', () => {
  it.each([
    ['2026-11-27T13:40:00Z', 'now', 'soon'],
    ['2026-11-27T13:39:01Z', 'now', 'soon'],
    ['2026-11-27T13:40:01Z', 'in 1 min', 'soon'],
    ['2026-11-27T14:00:00Z', 'in 20 min', 'soon'],
    ['2026-11-27T14:39:00Z', 'in 59 min', 'soon'],
    ['2026-11-27T14:40:00Z', 'today 14:40', 'today'],
    ['2026-11-27T23:59:00Z', 'today 23:59', 'today'],
    ['2026-11-28T09:00:00Z', 'tomorrow 09:00', 'later'],
    ['2026-11-30T09:00:00Z', 'Mon 09:00', 'later'],
    ['2026-12-03T09:00:00Z', 'Thu 09:00', 'later'],
    ['2026-12-04T09:00:00Z', 'Fri 4 Dec 09:00', 'later'],
    ['2027-01-08T09:00:00Z', '8 Jan 2027 09:00', 'later'],
    ['2026-11-27T13:39:00Z', '1 min late', 'late'],
    ['2026-11-27T12:41:00Z', '59 min late', 'late'],
    ['2026-11-27T12:40:00Z', '1 hour late', 'late'],
    ['2026-11-26T14:00:00Z', '23 hours late', 'late'],
    ['2026-11-26T13:00:00Z', '1 day late', 'late'],
    ['2026-11-24T14:00:00Z', '3 days late', 'late'],
    ['2026-10-01T14:00:00Z', 'late since Thu 1 Oct', 'late'],
  ])('%s is "%s" (%s)', (at, words, tone) => {
    const said = sayDue(moment(at), true, reader('Europe/London'))
    expect(said.words.replace('Sept', 'Sep')).toBe(words)
    expect(said.tone).toBe(tone)
    expect(said.elsewhere).toBeNull()
  })

  it.each([
    ['2026-11-27T13:00:00Z', 'today 13:00'],
    ['2026-11-27T13:50:00Z', 'today 13:50'],
    ['2026-11-26T14:00:00Z', 'yesterday 14:00'],
    ['2026-11-20T14:00:00Z', 'Fri 20 Nov 14:00'],
  ])('is never late when it is closed: %s is "%s"', (at, words) => {
    expect(sayDue(moment(at), false, reader('Europe/London'))).toMatchObject({ words, tone: 'past' })
  })
})

describe('the same moment, read elsewhere', () => {
  // 27 Nov 19:30 in New York; the day of the reader and of the task differ east of Greenwich.
  const due = moment('2026-11-28T00:30:00Z', 'America/New_York')
  it.each([
    ['America/New_York', 'today 19:30', null],
    ['America/Los_Angeles', 'today 16:30', '19:30 New York'],
    ['Europe/London', 'tomorrow 00:30', 'Fri 19:30 New York'],
    ['Asia/Tokyo', 'tomorrow 09:30', 'Fri 19:30 New York'],
    ['Asia/Kathmandu', 'tomorrow 06:15', 'Fri 19:30 New York'],
    ['Pacific/Kiritimati', 'today 14:30', 'Fri 19:30 New York'],
  ])('in %s it is "%s", there %s', (zone, words, elsewhere) => {
    expect(sayDue(due, true, reader(zone))).toMatchObject({ words, elsewhere })
  })

  it('gives the exact moment in both zones', () => {
    const { exact } = sayDue(due, true, reader('Asia/Tokyo'))
    expect(exact).toMatch(/27 November 2026.*19:30 \(New York\); for you.*28 November 2026.*09:30$/)
  })
})

describe('around a change of the clocks', () => {
  it('counts calendar days, not 24 hours', () => {
    // Clocks in New York go back on 1 November 2026: 31 Oct 09:00 to 1 Nov 09:00 is 25 hours.
    const before = reader('America/New_York', '2026-10-31T13:00:00Z')
    expect(sayDue(moment('2026-11-01T14:00:00Z', 'America/New_York'), true, before).words).toBe('tomorrow 09:00')
  })

  it('ends a date when its own day ends', () => {
    const due = date('2026-11-01', '2026-11-01T04:00:00Z', 'America/New_York')
    const last = sayDue(due, true, reader('America/New_York', '2026-11-02T04:59:59Z'))
    const over = sayDue(due, true, reader('America/New_York', '2026-11-02T05:00:00Z'))
    expect(last).toMatchObject({ words: 'today', tone: 'today' })
    expect(over).toMatchObject({ words: '1 day late', tone: 'late' })
  })
})

describe('a date', () => {
  it.each([
    ['2026-11-27', '2026-11-27T00:00:00Z', 'today', 'today'],
    ['2026-11-28', '2026-11-28T00:00:00Z', 'tomorrow', 'later'],
    ['2026-12-01', '2026-12-01T00:00:00Z', 'Tue', 'later'],
    ['2026-12-18', '2026-12-18T00:00:00Z', 'Fri 18 Dec', 'later'],
    ['2026-11-26', '2026-11-26T00:00:00Z', '1 day late', 'late'],
    ['2026-11-01', '2026-11-01T00:00:00Z', '26 days late', 'late'],
  ])('%s is "%s"', (day, at, words, tone) => {
    expect(sayDue(date(day, at), true, reader('Europe/London'))).toMatchObject({ words, tone })
  })

  it('belongs to its own zone, whose name stands beside it', () => {
    // Saturday has begun in Tokyo, while it is still Friday in London.
    const due = date('2026-11-28', '2026-11-27T15:00:00Z', 'Asia/Tokyo')
    const said = sayDue(due, true, reader('Europe/London', '2026-11-27T16:00:00Z'))
    expect(said).toMatchObject({ words: 'today', elsewhere: 'Tokyo' })
  })
})
