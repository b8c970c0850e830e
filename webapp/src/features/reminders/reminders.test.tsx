import { screen, waitFor, within } from '@testing-library/react'
import { http } from 'msw'
import { beforeEach, describe, expect, it, vi } from 'vitest'
import { aTask, fakeGateway, problem, server } from '@/test/fake-gateway'
import { aReminder, aStep, fakeReminders, reminderHandlers } from '@/test/fake-reminders'
import { renderApp } from '@/test/render-app'

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['Date'], now: Date.parse('2026-11-27T12:00:00Z') })
  fakeReminders.reset()
  server.use(...reminderHandlers)
})

const dentist = aTask({ title: 'Call the dentist' })
const books = aTask({ title: 'Return the books' })

describe('reminders', () => {
  it('are listed by what became of them, the next first', async () => {
    fakeGateway.tasks = [dentist, books]
    fakeReminders.all = [
      aReminder({ taskId: books.id, fireAt: '2026-11-28T08:00:00Z', before: 'P1D' }),
      aReminder({ taskId: dentist.id }),
      aReminder({ taskId: books.id, status: 'missed', fireAt: '2026-11-26T08:00:00Z', before: null }),
      aReminder({ taskId: books.id, status: 'suppressed', fireAt: '2026-11-25T08:00:00Z' }),
    ]
    const { user } = renderApp('/reminders')
    expect(await screen.findByRole('link', { name: 'Call the dentist' })).toBeVisible()
    await screen.findByRole('link', { name: 'Return the books' })
    const rows = within(screen.getByRole('main')).getAllByRole('listitem')
    expect(rows[0]).toHaveTextContent('Call the dentistin 45 min · 15 minutes before it is due')
    expect(rows[1]).toHaveTextContent('Return the bookstomorrow 09:00 · 1 day before it is due')

    await user.click(screen.getByRole('button', { name: 'Missed' }))
    expect(await screen.findByText(/yesterday 09:00/)).toBeVisible()
    await user.click(screen.getByRole('button', { name: 'Not needed' }))
    expect(await screen.findByText(/spared: done before/)).toBeVisible()
  })

  it('say why they did, or did not, fire', async () => {
    fakeGateway.tasks = [dentist]
    fakeReminders.all = [aReminder({ taskId: dentist.id })]
    fakeReminders.story = [
      aStep({ what: 'armed', result: 'created', fireAt: '2026-11-27T12:45:00Z', zone: 'America/New_York' }),
      aStep({ what: 'woken', by: 'clock', at: '2026-11-27T12:45:00.300Z', fireAt: '2026-11-27T12:45:00Z' }),
      aStep({ what: 'handled', result: 'ignored', detail: 'the reminder is still to come' }),
      aStep({ what: 'handled', result: 'delivered' }),
      aStep({ what: 'sent', by: 'email work', attempt: 2, result: 'retry', detail: 'connection refused' }),
      aStep({ what: 'cancelled', by: 'task', result: 'the task is gone' }),
    ]
    const { user } = renderApp('/reminders')
    await user.click(await screen.findByRole('button', { name: 'Why did “Call the dentist” fire, or not?' }))
    expect(await screen.findByText('Set for Fri 27 Nov 07:45 New York.')).toBeVisible()
    expect(screen.getByText('Its time came; it was noticed 0.3 seconds later.')).toBeVisible()
    expect(screen.getByText('Left alone: the reminder is still to come.')).toBeVisible()
    expect(screen.getByText('You were told.')).toBeVisible()
    expect(screen.getByText('Try 2 by email work did not go through: connection refused. It is tried again.')).toBeVisible()
    expect(screen.getByText('Its task was deleted.')).toBeVisible()
  })

  it('are put off from now', async () => {
    fakeGateway.tasks = [dentist]
    fakeReminders.all = [aReminder({ taskId: dentist.id })]
    const { user } = renderApp('/reminders')
    await user.click(await screen.findByRole('button', { name: 'Actions for the reminder of “Call the dentist”' }))
    await user.click(await screen.findByRole('menuitem', { name: 'In 1 hour' }))
    expect(await screen.findByText('“Call the dentist” comes again in 1 hour.')).toBeVisible()
    expect(fakeReminders.snoozed).toEqual([{ id: fakeReminders.all[0]?.id, body: { period: 'PT1H' } }])
  })

  it('are taken back at once, and are there again, with the reason, when that is refused', async () => {
    fakeGateway.tasks = [dentist]
    fakeReminders.all = [aReminder({ taskId: dentist.id })]
    server.use(http.delete('*/api/v1/reminders/:id', () => problem(409, { code: 'wrong-state', detail: 'It has fired.' })))
    const { user } = renderApp('/reminders')
    await user.click(await screen.findByRole('button', { name: 'Actions for the reminder of “Call the dentist”' }))
    await user.click(await screen.findByRole('menuitem', { name: 'Take it back' }))
    expect(await screen.findByText('The reminder of “Call the dentist” is as it was. It has fired.')).toBeVisible()
    await waitFor(() => expect(screen.getByRole('link', { name: 'Call the dentist' })).toBeVisible())
  })

  it('are still named when their task is gone', async () => {
    fakeReminders.all = [aReminder()]
    renderApp('/reminders')
    expect(await screen.findByText('A task that is gone')).toBeVisible()
  })

  it('say what they are for when there are none', async () => {
    renderApp('/reminders')
    expect(await screen.findByText(/No reminder is waiting/)).toBeVisible()
  })

  it('offer another try when they cannot be read', async () => {
    server.use(http.get('*/api/v1/reminders', () => problem(503)))
    renderApp('/reminders')
    expect(await screen.findByText('Your reminders could not be loaded.')).toBeVisible()
  })
})
