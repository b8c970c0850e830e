import { describe, expect, it } from 'vitest'
import { findZones, offsetOf, zones } from './zones'

describe('zones', () => {
  it('are found by their place, their region, or both', () => {
    expect(findZones('new york')[0]).toEqual({ name: 'America/New_York', place: 'New York', region: 'America' })
    expect(findZones('europe lon').map(({ name }) => name)).toContain('Europe/London')
    expect(findZones('Berlin').map(({ name }) => name)).toEqual(['Europe/Berlin'])
  })

  it('have the names that people know', () => {
    expect(findZones('kathmandu').map(({ name }) => name)).toEqual(['Asia/Kathmandu'])
    expect(findZones('kyiv').map(({ name }) => name)).toEqual(['Europe/Kyiv'])
  })

  it('begin with those whose place begins with what is written', () => {
    expect(findZones('par')[0]?.place.startsWith('Par')).toBe(true)
  })

  it('are none when nothing matches, and all when nothing is written', () => {
    expect(findZones('atlantis')).toEqual([])
    expect(findZones('')).toHaveLength(zones().length)
    expect(zones().filter(({ name }) => name === 'UTC')).toHaveLength(1)
  })

  it('say how far they are from UTC at the moment that is meant', () => {
    expect(offsetOf('Asia/Kathmandu', Date.UTC(2026, 0, 1), 'en-GB')).toBe('GMT+5:45')
    expect(offsetOf('Europe/Berlin', Date.UTC(2026, 0, 1), 'en-US')).toBe('GMT+1')
    expect(offsetOf('Europe/Berlin', Date.UTC(2026, 6, 1), 'en-US')).toBe('GMT+2')
  })
})
