import '@testing-library/jest-dom/vitest'
import { cleanup } from '@testing-library/react'
import { afterAll, afterEach, beforeAll, beforeEach, vi } from 'vitest'
import { FakeEventSource } from './fake-event-source'
import { fakeGateway, server } from './fake-gateway'

// One language and one way to write dates, wherever the tests run.
Object.defineProperty(window.navigator, 'language', { value: 'en-GB' })
window.scrollTo = () => undefined
vi.stubGlobal('EventSource', FakeEventSource)

beforeAll(() => server.listen({ onUnhandledRequest: 'error' }))

beforeEach(() => fakeGateway.reset())

afterEach(async () => {
  cleanup()
  vi.useRealTimers()
  server.resetHandlers()
  FakeEventSource.reset()
  const [{ forgetFresh }, { dismissAllToasts }] = await Promise.all([import('@/lib/fresh'), import('@/lib/toasts')])
  forgetFresh()
  dismissAllToasts()
})

afterAll(() => server.close())
