import { screen, waitFor, within } from '@testing-library/react'
import { http, HttpResponse } from 'msw'
import { beforeEach, describe, expect, it, vi } from 'vitest'
import { aTask, fakeGateway, problem, server } from '@/test/fake-gateway'
import { renderApp } from '@/test/render-app'
import { weeksOf } from './lib/span'
import { CalendarDate } from '@internationalized/date'

// A Friday, 14:40 in Berlin.
beforeEach(() => vi.useFakeTimers({ toFake: ['Date'], now: new Date('2026-11-27T13:40:00Z') }))

const day = (name: string) => screen.findByRole('region', { name })
const moved: { path: string; body: unknown }[] = []

function withSeries() {
  moved.length = 0
  server.use(
    http.get('*/api/v1/series', () =>
      HttpResponse.json({
        items: [{ id: 's', title: 'Team sync', priority: 'medium', status: 'active', nextAt: '2026-11-30T09:00:00Z' }],
        nextCursor: null,
      }),
    ),
    http.get('*/api/v1/series/s/occurrences', () =>
      HttpResponse.json({
        items: [
          { local: '2026-11-30T10:00:00', at: '2026-11-30T09:00:00Z', zoneShift: 'none', task: null },
          { local: '2026-12-07T10:00:00', at: '2026-12-07T09:00:00Z', zoneShift: 'gap', task: null },
        ],
        nextCursor: null,
      }),
    ),
    http.patch('*/api/v1/series/s/occurrences/:local', async ({ request }) => {
      moved.push({ path: new URL(request.url).pathname.replace(/^.*series/, '') + new URL(request.url).search, body: await request.json() })
      return moved.length > 1 ? problem(409, { code: 'not-an-occurrence', detail: 'The rule has no Sunday.' }) : HttpResponse.json({ series: {}, task: null })
    }),
  )
}

describe('the days to come', () => {
  it('hold what is due, and what a series will make as not yet made', async () => {
    withSeries()
    fakeGateway.tasks = [aTask({ title: 'Pay the rent', due: { local: null, date: '2026-12-01', zone: 'Europe/Berlin', at: '2026-11-30T23:00:00Z' } })]
    renderApp('/upcoming')
    expect(within(await day('Tuesday 1 December')).getByRole('link', { name: /Pay the rent/ })).toBeVisible()
    const sync = within(await day('Monday 30 November')).getByRole('link', { name: /Team sync/ })
    expect(sync).toHaveTextContent('10:00')
    expect(sync).toHaveTextContent('not yet made')
    expect(within(await day('Friday 27 November')).getByText('free')).toBeVisible()
    expect(within(await day('Monday 7 December')).getByText(/Moved by the clocks/)).toBeInTheDocument()
  })

  it('take a task elsewhere by the keyboard, its time of day kept', async () => {
    fakeGateway.tasks = [aTask({ title: 'Call Ada', due: { local: '2026-11-28T09:30', date: null, zone: 'Europe/Berlin', at: '2026-11-28T08:30:00Z' } })]
    const { user } = renderApp('/upcoming')
    ;(await screen.findByRole('link', { name: /Call Ada/ })).focus()
    await user.keyboard('{Alt>}{ArrowDown}{/Alt}')
    expect(await within(await day('Saturday 5 December')).findByRole('link', { name: /Call Ada/ })).toBeVisible()
    await waitFor(() => expect(fakeGateway.received[0]?.body).toEqual({ due: { local: '2026-12-05T09:30', zone: 'Europe/Berlin' } }))
    expect(await screen.findByText('Moved “Call Ada” to Sat 5 Dec.')).toBeVisible()
  })

  it('ask how far the move of one of a series reaches, and say why it was refused', async () => {
    withSeries()
    const { user } = renderApp('/upcoming')
    for (const [arrow, scope] of [['{ArrowRight}', 'Only this one'], ['{ArrowLeft}', 'All of the series']] as const) {
      within(await day('Monday 30 November')).getByRole('link', { name: /Team sync/ }).focus()
      await user.keyboard(`{Alt>}${arrow}{/Alt}`)
      await user.click(await screen.findByRole('button', { name: scope }))
      await waitFor(() => expect(screen.queryByRole('dialog')).not.toBeInTheDocument())
      await day('Monday 30 November')
      await waitFor(() => expect(within(screen.getByRole('region', { name: 'Monday 30 November' })).getByRole('link')).toBeVisible())
    }
    expect(moved[0]).toEqual({ path: '/s/occurrences/2026-11-30T10%3A00%3A00?scope=this', body: { start: '2026-12-01T10:00:00' } })
    expect(moved[1]?.path).toContain('scope=all')
    expect(await screen.findByText('“Team sync” is where it was. The rule has no Sunday.')).toBeVisible()
  })

  it('are shown as a month too', async () => {
    withSeries()
    const { user } = renderApp('/upcoming')
    await user.click(await screen.findByRole('button', { name: 'Month' }))
    expect(await screen.findByText('November 2026')).toBeVisible()
    expect(await screen.findByRole('button', { name: 'Monday 30 November, 1 thing' })).toBeVisible()
    expect(screen.getByRole('button', { name: /^Friday 27 November/ })).toHaveAttribute('aria-current', 'date')
  })
})

it('begins a week on its first day', () => {
  const november = new CalendarDate(2026, 11, 1)
  expect(weeksOf(november, 'mon')[0]?.[0]?.toString()).toBe('2026-10-26')
  expect(weeksOf(november, 'sun')[0]?.[0]?.toString()).toBe('2026-11-01')
})
