import { screen, within } from '@testing-library/react'
import { http, HttpResponse } from 'msw'
import { describe, expect, it } from 'vitest'
import { aFunction, fakeGateway, server } from '@/test/fake-gateway'
import { renderApp } from '@/test/render-app'
import { activityOf, follow, SAMPLES, secondsOf } from './lib/history'

const strip = async () => within(await screen.findByRole('region', { name: 'Functions that run now' }))

describe('what a function does', () => {
  it.each([
    ['zero', { running: 0, lag: 0, handled: 5 }, { running: 1, lag: 0, handled: 5 }],
    ['starting', { running: 0, lag: 3, handled: 5 }, undefined],
    ['working', { running: 1, lag: 3, handled: 5 }, undefined],
    ['working', { running: 1, lag: 0, handled: 6 }, { running: 1, lag: 1, handled: 5 }],
    ['idle', { running: 1, lag: 0, handled: 6 }, { running: 1, lag: 0, handled: 6 }],
    ['idle', { running: 1, lag: 0, handled: 6 }, undefined],
    ['unknown', { running: 0, lag: null, handled: 6 }, undefined],
    ['working', { running: 1, lag: null, handled: 6 }, { running: 1, lag: null, handled: 5 }],
  ] as const)('is %s', (activity, now, before) => {
    expect(activityOf(now, before)).toBe(activity)
  })

  it('is remembered for a minute', () => {
    const now = { functions: [aFunction({ running: 1 })], outbox: { waiting: 0, oldestSeconds: 0 } }
    let live = follow(undefined, now)
    for (let sample = 0; sample < SAMPLES + 5; sample++) live = follow(live, now)
    expect(live.functions[0]?.samples).toHaveLength(SAMPLES)
  })

  it.each([
    ['PT0.58S', 0.58],
    ['PT1M2.5S', 62.5],
    ['PT1H', 3600],
    ['soon', null],
  ])('reads the duration %s as %s s', (duration, seconds) => {
    expect(secondsOf(duration)).toBe(seconds)
  })
})

describe('the strip', () => {
  it('follows a function from zero through work back to zero', async () => {
    const { client } = renderApp()
    const shown = await strip()
    expect(await shown.findByText('Recurring')).toBeVisible()
    expect(shown.getAllByText('at zero')).toHaveLength(2)

    for (const [state, words] of [
      [{ lag: 2 }, 'starting'],
      [{ running: 3, lag: 2 }, '3 working'],
      [{ running: 1, handled: 0 }, 'awake'],
      [{}, 'at zero'],
    ] as const) {
      fakeGateway.insight = { ...fakeGateway.insight, functions: [aFunction(state)] }
      await client.refetchQueries({ queryKey: ['insight'] })
      expect(await shown.findByText(words)).toBeVisible()
    }
  })

  it('says when Kafka is away, and takes it for neither zero nor work', async () => {
    fakeGateway.insight = { ...fakeGateway.insight, functions: [aFunction({ lag: null })] }
    renderApp()
    const shown = await strip()
    expect(await shown.findByText('Kafka is away')).toBeVisible()
    expect(shown.getByText('not running')).toBeVisible()
  })

  it('claims nothing while the gateway does not answer', async () => {
    const { client } = renderApp()
    const shown = await strip()
    expect(await shown.findByText('Recurring')).toBeVisible()
    server.use(http.get('*/api/v1/insight', () => HttpResponse.error(), { once: true }))
    void client.refetchQueries({ queryKey: ['insight'] })
    expect(await shown.findByText('What runs is not known right now')).toBeVisible()
    expect(shown.queryByText('at zero')).not.toBeInTheDocument()
    expect(await shown.findByText('Recurring', {}, { timeout: 3_000 })).toBeVisible()
  })

  it('opens into what each has done', async () => {
    fakeGateway.insight = {
      functions: [aFunction({ handled: 1284, coldStart: 'PT0.58S', deadLetters: 2, lastStoppedAt: new Date().toISOString() })],
      outbox: { waiting: 3, oldestSeconds: 1.6 },
    }
    const { user } = renderApp()
    await user.click((await strip()).getByRole('link'))
    const details = within(await screen.findByRole('article', { name: 'Recurring' }))
    expect(details.getByText('1,284')).toBeVisible()
    expect(details.getByText('0.58 s')).toBeVisible()
    expect(details.getByText('2')).toBeVisible()
    expect(details.getByText('Last stopped just now')).toBeVisible()
    expect(screen.getByText('3 events wait to be published, the oldest for 2 s.')).toBeVisible()
  })
})

describe('lateness', () => {
  it('is told of the latest reminders', async () => {
    server.use(
      http.get('*/api/v1/reminders', () =>
        HttpResponse.json({
          items: [0.2, 0.3, 0.25, 4].map((late) => ({ fireAt: '2026-11-27T12:00:00Z', handledAt: new Date(Date.UTC(2026, 10, 27, 12) + late * 1000).toISOString() })),
          nextCursor: null,
        }),
      ),
    )
    renderApp('/insight')
    const card = within(await screen.findByRole('region', { name: 'How late your reminders came' }))
    expect(card.getByText('0.25 s')).toBeVisible()
    expect(card.getAllByText('4 s')).toHaveLength(2)
    expect(card.getByRole('img', { name: /as a bar/ })).toBeVisible()
  })

  it('says so when none has come yet', async () => {
    renderApp('/insight')
    expect(await screen.findByText(/None of yours has come yet/)).toBeVisible()
  })
})
