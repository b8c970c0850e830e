import { expect, it } from 'vitest'
import { sayDuration } from './say-duration'

it.each([
  ['PT15M', '15 minutes'],
  ['PT1H', '1 hour'],
  ['P1DT2H', '1 day, 2 hours'],
  ['P7D', '1 week'],
  ['P14D', '2 weeks'],
  ['P10D', '10 days'],
  ['P1Y2M', '1 year, 2 months'],
  ['PT0S', 'PT0S'],
  ['soon', 'soon'],
])('says %s as "%s"', (iso, words) => {
  expect(sayDuration(iso, 'en')).toBe(words)
})

it('says it in the language around it', () => {
  expect(sayDuration('P2D', 'de')).toBe('2 Tage')
})
