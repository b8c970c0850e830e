import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { FakeEventSource } from '@/test/fake-event-source'
import { openStream, type StreamState } from './event-stream'

describe('the stream', () => {
  const states: StreamState[] = []
  const events: [string, unknown][] = []
  let gaps = 0
  let stop: () => void

  beforeEach(() => {
    vi.useFakeTimers()
    states.length = 0
    events.length = 0
    gaps = 0
    stop = openStream('/api/v1/events', {
      types: ['task.changed'],
      onEvent: (type, data) => events.push([type, data]),
      onState: (state) => states.push(state),
      onGap: () => gaps++,
    })
  })

  afterEach(() => stop())

  it('hands on what it was asked to listen for', () => {
    FakeEventSource.last.open()
    FakeEventSource.last.send('task.changed', { taskId: '1', task: null })
    expect(states).toEqual(['connecting', 'open'])
    expect(events).toEqual([['task.changed', { userId: 'ada', taskId: '1', task: null }]])
  })

  it('reports what was read before it began as a gap', () => {
    FakeEventSource.last.answer()
    expect(gaps).toBe(0)
    expect(states).toEqual(['connecting'])
    FakeEventSource.last.open()
    expect(gaps).toBe(1)
  })

  it('reports a gap when the gateway does not keep what was missed', () => {
    FakeEventSource.last.open()
    FakeEventSource.last.lose()
    FakeEventSource.last.open()
    expect(gaps).toBe(1)
    FakeEventSource.last.gap()
    expect(gaps).toBe(2)
  })

  it('takes a stream that falls silent for dead, and opens a new one', () => {
    FakeEventSource.last.open()
    for (let beats = 0; beats < 10; beats++) {
      vi.advanceTimersByTime(15_000)
      FakeEventSource.last.heartbeat()
    }
    const silent = FakeEventSource.last
    vi.advanceTimersByTime(39_999)
    expect(states).toEqual(['connecting', 'open'])
    vi.advanceTimersByTime(1)
    expect(silent.readyState).toBe(FakeEventSource.CLOSED)
    expect(FakeEventSource.opened).toHaveLength(2)
    FakeEventSource.last.open()
    expect(states).toEqual(['connecting', 'open', 'away', 'open'])
    expect(gaps).toBe(2)
  })

  it('leaves coming back to the browser, which loses nothing', () => {
    FakeEventSource.last.open()
    FakeEventSource.last.lose()
    vi.advanceTimersByTime(60_000)
    FakeEventSource.last.open()
    expect(FakeEventSource.opened).toHaveLength(1)
    expect(states).toEqual(['connecting', 'open', 'away', 'open'])
    expect(gaps).toBe(1)
  })

  it('opens a new one, later each time, when the browser has given up', () => {
    FakeEventSource.last.open()
    FakeEventSource.last.lose({ givenUp: true })
    vi.advanceTimersByTime(1_999)
    expect(FakeEventSource.opened).toHaveLength(1)
    vi.advanceTimersByTime(1)
    expect(FakeEventSource.opened).toHaveLength(2)
    FakeEventSource.last.lose({ givenUp: true })
    vi.advanceTimersByTime(3_999)
    expect(FakeEventSource.opened).toHaveLength(2)
    vi.advanceTimersByTime(1)
    expect(FakeEventSource.opened).toHaveLength(3)
    FakeEventSource.last.open()
    expect(gaps).toBe(2)
  })

  it('goes when the device has no connection, and opens a new one as soon as it has', () => {
    FakeEventSource.last.open()
    window.dispatchEvent(new Event('offline'))
    expect(FakeEventSource.last.readyState).toBe(FakeEventSource.CLOSED)
    vi.advanceTimersByTime(60_000)
    expect(FakeEventSource.opened).toHaveLength(1)
    window.dispatchEvent(new Event('online'))
    FakeEventSource.last.open()
    expect(FakeEventSource.opened).toHaveLength(2)
    expect(states).toEqual(['connecting', 'open', 'away', 'open'])
    expect(gaps).toBe(2)
  })

  it('opens nothing more once it was stopped', () => {
    FakeEventSource.last.lose({ givenUp: true })
    stop()
    vi.advanceTimersByTime(60_000)
    expect(FakeEventSource.opened).toHaveLength(1)
  })
})
