import { act } from '@testing-library/react'
import type { LiveEvents, LiveType } from '@/api/events'

/** An EventSource that a test holds in its hand. */
export class FakeEventSource extends EventTarget {
  static readonly CONNECTING = 0
  static readonly OPEN = 1
  static readonly CLOSED = 2
  static opened: FakeEventSource[] = []

  onopen: (() => void) | null = null
  onerror: (() => void) | null = null
  readyState: number = FakeEventSource.CONNECTING
  readonly url: string

  constructor(url: string) {
    super()
    this.url = url
    FakeEventSource.opened.push(this)
  }

  static reset(): void {
    FakeEventSource.opened = []
  }

  static get last(): FakeEventSource {
    const last = FakeEventSource.opened.at(-1)
    if (last === undefined) throw new Error('nothing has opened a stream')
    return last
  }

  /** The answer is a stream, and it begins. */
  open(): void {
    this.answer()
    act(() => {
      this.dispatchEvent(new MessageEvent('hello', { data: '{}' }))
    })
  }

  /** The answer is a stream that has not said anything yet. */
  answer(): void {
    this.readyState = FakeEventSource.OPEN
    act(() => this.onopen?.())
  }

  heartbeat(): void {
    this.say('heartbeat')
  }

  /** What the browser missed is not kept any more. */
  gap(): void {
    this.say('gap')
  }

  private say(type: string): void {
    act(() => {
      this.dispatchEvent(new MessageEvent(type, { data: '{}' }))
    })
  }

  /** The connection is lost; the browser tries again by itself unless it has given up. */
  lose({ givenUp = false } = {}): void {
    this.readyState = givenUp ? FakeEventSource.CLOSED : FakeEventSource.CONNECTING
    act(() => this.onerror?.())
  }

  send<Type extends LiveType>(type: Type, data: LiveEvents[Type]): void {
    act(() => {
      this.dispatchEvent(new MessageEvent(type, { data: JSON.stringify({ userId: 'ada', ...data }) }))
    })
  }

  close(): void {
    this.readyState = FakeEventSource.CLOSED
  }
}
