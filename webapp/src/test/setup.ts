import '@testing-library/jest-dom/vitest'
import { cleanup, configure } from '@testing-library/react'
import { afterAll, afterEach, beforeAll, beforeEach, vi } from 'vitest'
import { FakeEventSource } from './fake-event-source'
import { fakeGateway, server } from './fake-gateway'

// A busy machine takes its time; what is awaited comes, however late.
configure({ asyncUtilTimeout: 30_000 })

// One language and one way to write dates, wherever the tests run.
Object.defineProperty(window.navigator, 'language', { value: 'en-GB' })
window.scrollTo = () => undefined
Element.prototype.scrollIntoView = () => undefined
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
  localStorage.clear()
  dismissAllToasts()
})

afterAll(() => server.close())
