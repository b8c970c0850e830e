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
  const [{ forgetPerson }, { clear }, { forgetReads }] = await Promise.all([
    import('@/lib/store'),
    import('@/lib/device-store'),
    import('@/lib/kept-reads'),
  ])
  forgetPerson()
  localStorage.clear()
  await forgetReads()
  await clear('writes')
})

afterAll(() => server.close())
