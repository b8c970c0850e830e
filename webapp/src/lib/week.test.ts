import { expect, it } from 'vitest'
import { weekStartIn } from './week'

it.each([
  ['en-GB', 'monday'],
  ['de', 'monday'],
  ['en-US', 'sunday'],
  ['ar-EG', 'saturday'],
  ['dv-MV', 'monday'],
] as const)('in %s the week begins on %s', (locale, day) => {
  expect(weekStartIn(locale)).toBe(day)
})
