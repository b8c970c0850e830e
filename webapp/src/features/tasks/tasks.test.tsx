import { screen, waitFor, within } from '@testing-library/react'
import { http, HttpResponse } from 'msw'
import { beforeEach, describe, expect, it, vi } from 'vitest'
import { FakeEventSource } from '@/test/fake-event-source'
import { aTask, fakeGateway, problem, server } from '@/test/fake-gateway'
import { gate } from '@/test/gate'
import { renderApp } from '@/test/render-app'

// A Friday, 14:40 in Berlin.
beforeEach(() => vi.useFakeTimers({ toFake: ['Date'], now: new Date('2026-11-27T13:40:00Z') }))

const berlin = (at: string) => ({ local: at, date: null, zone: 'Europe/Berlin', at })
const titleField = () => screen.findByRole('textbox', { name: 'Title of the new task' })
const check = (name: string) => screen.findByRole('checkbox', { name })
const row = async (title: string) => {
  const found = (await screen.findByText(title)).closest('li')
  if (found === null) throw new Error(`${title} stands in no row`)
  return within(found)
}

describe('adding a task', () => {
  it('shows it before the gateway has answered', async () => {
    const answer = gate()
    server.use(
      http.post('*/api/v1/tasks', async () => {
        await answer.passed
        const task = aTask({ title: 'Buy oats' })
        fakeGateway.tasks = [task]
        return HttpResponse.json(task, { status: 201 })
      }),
    )
    const { user } = renderApp()

    await user.type(await titleField(), 'Buy oats{Enter}')

    expect(await check('Buy oats')).toBeDisabled()
    expect(await titleField()).toHaveValue('')
    answer.open()
    await waitFor(async () => expect(await check('Buy oats')).toBeEnabled())
  })

  it('takes it back and gives the reason when it is refused', async () => {
    server.use(
      http.post('*/api/v1/tasks', () =>
        problem(422, { code: 'invalid', errors: [{ field: 'title', code: 'blocked', message: 'This title is not allowed.' }] }),
      ),
    )
    const { user } = renderApp()

    await user.type(await titleField(), 'Buy oats{Enter}')

    expect(await screen.findByText('This title is not allowed.')).toBeVisible()
    expect(await titleField()).toHaveValue('Buy oats')
    expect(await titleField()).toBeInvalid()
    expect(screen.queryByRole('checkbox', { name: 'Buy oats' })).not.toBeInTheDocument()
  })

  it('sends the same draft under the same key, so that a lost answer makes no second task', async () => {
    const keys: (string | null)[] = []
    server.use(
      http.post(
        '*/api/v1/tasks',
        ({ request }) => {
          keys.push(request.headers.get('Idempotency-Key'))
          return HttpResponse.error()
        },
        { once: true },
      ),
    )
    const { user } = renderApp()

    await user.type(await titleField(), 'Buy oats{Enter}')
    expect(await screen.findByText('Kept “Buy oats”. It is sent when there is a connection.')).toBeVisible()
    window.dispatchEvent(new Event('online'))
    await waitFor(() => expect(fakeGateway.received).toHaveLength(1))

    expect(keys[0]).toMatch(/^[0-9a-f]{32}$/)
    expect(fakeGateway.received[0]?.key).toBe(keys[0])
    await waitFor(async () => expect(await check('Buy oats')).toBeEnabled())
  })

  it('keeps what is being written when an earlier one is refused, and offers to send that again', async () => {
    const answer = gate()
    server.use(
      http.post(
        '*/api/v1/tasks',
        async () => {
          await answer.passed
          return problem(503, { code: 'unavailable' })
        },
        { once: true },
      ),
    )
    const { user } = renderApp()

    await user.type(await titleField(), 'Buy oats{Enter}')
    await user.type(await titleField(), 'Buy lemons')
    answer.open()
    await user.click(await screen.findByRole('button', { name: 'Try again' }))

    expect(await check('Buy oats')).toBeVisible()
    expect(await titleField()).toHaveValue('Buy lemons')
  })

  it('refuses a title of 256 characters without asking', async () => {
    const { user } = renderApp()
    await user.click(await titleField())
    await user.paste('x'.repeat(256))
    await user.keyboard('{Enter}')
    expect(await screen.findByText(/at most 255 characters; this one has 256/)).toBeVisible()
    expect(fakeGateway.received).toEqual([])
  })

  it('shows how the line is understood before it is saved, and saves that', async () => {
    const { user } = renderApp()
    await user.type(await titleField(), 'Buy oats tomorrow #shop !high')
    const understood = within(await screen.findByRole('list', { name: 'Understood as' }))
    expect(await understood.findByText('tomorrow')).toBeVisible()
    expect(understood.getByText('shop')).toBeVisible()
    await waitFor(() => expect(understood.getAllByText('High priority')[0]).toBeInTheDocument())
    await user.keyboard('{Enter}')
    await waitFor(() => expect(fakeGateway.received).toHaveLength(1))
    expect(fakeGateway.received[0]?.body).toMatchObject({ title: 'Buy oats', due: { date: '2026-11-28' }, tags: ['shop'], priority: 'high' })
    expect(await screen.findByText('Added “Buy oats”.')).toBeVisible()
  })

  it('makes a series of what recurs', async () => {
    const { user } = renderApp()
    await user.type(await titleField(), 'Weekly report every Friday')
    expect(await screen.findByRole('list', { name: 'Understood as' })).toHaveTextContent('every Friday')
    await user.keyboard('{Enter}')
    expect(await screen.findByText('Added “Weekly report”: every Friday at 14:00.')).toBeVisible()
    expect(fakeGateway.received[0]?.body).toMatchObject({ title: 'Weekly report', rule: 'FREQ=WEEKLY;BYDAY=FR' })
  })

  it('asks what is not clear', async () => {
    const { user } = renderApp()
    await user.type(await titleField(), 'Buy oats soonish')
    expect(await screen.findByText('When is soon?')).toBeVisible()
  })

  it('keeps what is being written over a reload', async () => {
    const { user, leave } = renderApp()
    await user.type(await titleField(), 'Buy oats')
    leave()
    renderApp()
    expect(await titleField()).toHaveValue('Buy oats')
  })

  it('is there on every page', async () => {
    const { user } = renderApp('/insight')
    await screen.findByRole('heading', { level: 1, name: 'Insight' })
    await user.keyboard('n')
    await user.type(await titleField(), 'Buy oats{Enter}')
    await waitFor(() => expect(fakeGateway.tasks[0]?.title).toBe('Buy oats'))
    await waitFor(() => expect(screen.queryByRole('dialog')).not.toBeInTheDocument())
  })

  it('begins with the key n', async () => {
    const { user } = renderApp()
    const field = await titleField()
    await user.keyboard('n')
    expect(field).toHaveFocus()
    expect(field).toHaveValue('')
  })
})

describe('the list', () => {
  it('says what it is for when it is empty', async () => {
    renderApp()
    expect(await screen.findByText('Nothing to do')).toBeVisible()
  })

  it('marks what is late, and says since when', async () => {
    fakeGateway.tasks = [
      aTask({ title: 'Send the numbers', due: berlin('2026-11-24T13:00:00Z') }),
      aTask({ title: 'Team sync', due: berlin('2026-11-27T14:00:00Z') }),
    ]
    renderApp()
    const late = within(await screen.findByRole('region', { name: /^Late/ }))
    expect(late.getByRole('checkbox', { name: 'Send the numbers' })).toBeVisible()
    expect(late.getByText('3 days late')).toBeVisible()
    const today = within(screen.getByRole('region', { name: /^Today/ }))
    expect(today.getByText('in 20 min')).toBeVisible()
  })

  it('shows the zone of what is due elsewhere', async () => {
    fakeGateway.tasks = [
      aTask({ title: 'Call Priya', due: { local: '2026-11-27T12:00', date: null, zone: 'America/New_York', at: '2026-11-27T17:00:00Z' } }),
    ]
    renderApp()
    expect((await row('Call Priya')).getByText('today 18:00')).toBeVisible()
    expect((await row('Call Priya')).getByText('12:00 New York')).toBeVisible()
  })

  it('tells priority, tags and recurrence in words too', async () => {
    fakeGateway.tasks = [aTask({ title: 'Pay the rent', priority: 'high', tags: ['home'], seriesId: 's', occurrence: '2026-11-27' })]
    renderApp()
    const rent = await row('Pay the rent')
    expect(rent.getByText('High priority')).toBeInTheDocument()
    expect(rent.getByRole('list', { name: 'Tags' })).toHaveTextContent('home')
    expect(rent.getByText('Recurring')).toBeInTheDocument()
  })

  it('tells completed and skipped apart', async () => {
    fakeGateway.tasks = [
      aTask({ title: 'Stretch', status: 'skipped', seriesId: 's' }),
      aTask({ title: 'Fix the drawer', status: 'completed', completedAt: '2026-11-27T09:00:00Z' }),
    ]
    renderApp()
    const done = within(await screen.findByRole('region', { name: /^Done and skipped/ }))
    expect(done.getByRole('checkbox', { name: 'Fix the drawer' })).toBeChecked()
    expect(done.queryByRole('checkbox', { name: 'Stretch' })).not.toBeInTheDocument()
    expect(done.getByText('skipped')).toBeVisible()
  })

  it('shows more when asked', async () => {
    fakeGateway.tasks = Array.from({ length: 101 }, (_, index) => aTask({ title: `Task ${index + 1}` }))
    const { user } = renderApp()
    // By text: to look a hundred rows through by their names takes seconds here.
    await screen.findByText('Task 100')
    expect(screen.queryByText('Task 101')).not.toBeInTheDocument()
    await user.click(screen.getByText('Show more'))
    expect(await screen.findByText('Task 101')).toBeVisible()
    expect(screen.queryByText('Show more')).not.toBeInTheDocument()
  })

  it('says what could not be loaded and tries again', async () => {
    server.use(http.get('*/api/v1/tasks', () => problem(500, { code: 'fault' }), { once: true }))
    fakeGateway.tasks = [aTask({ title: 'Buy oats' })]
    const { user } = renderApp()
    await user.click(await screen.findByRole('button', { name: 'Try again' }))
    expect(await check('Buy oats')).toBeVisible()
  })

  it('goes down and up with j and k', async () => {
    fakeGateway.tasks = [aTask({ title: 'First' }), aTask({ title: 'Second', createdAt: '2026-01-04T09:00:00Z' })]
    const { user } = renderApp()
    await check('First')
    await user.keyboard('jj')
    expect(await check('Second')).toHaveFocus()
    await user.keyboard('k')
    expect(await check('First')).toHaveFocus()
  })
})

describe('completing', () => {
  it('shows at once, stays in its place and can be undone', async () => {
    fakeGateway.tasks = [aTask({ title: 'Buy oats', due: berlin('2026-11-27T17:00:00Z') })]
    const { user } = renderApp()

    await user.click(await check('Buy oats'))
    expect(await check('Buy oats')).toBeChecked()
    expect(within(screen.getByRole('region', { name: /^Today/ })).getByText('Buy oats')).toBeVisible()
    await waitFor(() => expect(fakeGateway.tasks[0]?.status).toBe('completed'))

    await user.click(screen.getByRole('button', { name: 'Undo' }))
    expect(await check('Buy oats')).not.toBeChecked()
    await waitFor(() => expect(fakeGateway.tasks[0]?.status).toBe('pending'))
  })

  it('is taken back with the reason when it is refused', async () => {
    server.use(http.post('*/api/v1/tasks/:id/complete', () => problem(409, { code: 'state', detail: 'It was cancelled.' })))
    fakeGateway.tasks = [aTask({ title: 'Buy oats' })]
    const { user } = renderApp()
    await user.click(await check('Buy oats'))
    expect(await screen.findByText('“Buy oats” is still open. It was cancelled.')).toBeVisible()
    expect(await check('Buy oats')).not.toBeChecked()
    expect(screen.queryByRole('button', { name: 'Undo' })).not.toBeInTheDocument()
  })

  it('works with the key c and keeps the focus', async () => {
    fakeGateway.tasks = [aTask({ title: 'Buy oats' })]
    const { user } = renderApp()
    await check('Buy oats')
    await user.keyboard('jc')
    expect(await check('Buy oats')).toBeChecked()
    expect(await check('Buy oats')).toHaveFocus()
  })
})

describe('live', () => {
  it('shows what a series has made, marked new until it is looked at', async () => {
    const { user } = renderApp()
    await screen.findByText('Nothing to do')
    vi.setSystemTime(new Date('2026-11-27T13:40:25Z'))
    const task = aTask({ title: 'Team sync', seriesId: 's', due: berlin('2026-11-27T13:40:25Z') })
    fakeGateway.tasks = [task]
    FakeEventSource.last.open()
    FakeEventSource.last.send('task.instance_created', { task })

    const arrived = await row('Team sync')
    expect(arrived.getByText('new')).toBeVisible()
    expect(arrived.getByText('now')).toBeVisible()
    await user.hover(await check('Team sync'))
    await waitFor(() => expect(arrived.queryByText('new')).not.toBeInTheDocument())
  })

  it('changes what is shown, ignores what is older and drops what was deleted', async () => {
    const task = aTask({ title: 'Buy oats', version: 3 })
    fakeGateway.tasks = [task]
    renderApp()
    await check('Buy oats')
    FakeEventSource.last.send('task.changed', { taskId: task.id, task: { ...task, title: 'Buy lemons', version: 4 } })
    expect(await check('Buy lemons')).toBeVisible()
    FakeEventSource.last.send('task.changed', { taskId: task.id, task: { ...task, title: 'Buy nothing', version: 2 } })
    expect(await check('Buy lemons')).toBeVisible()
    FakeEventSource.last.send('task.changed', { taskId: task.id, task: null })
    expect(await screen.findByText('Nothing to do')).toBeVisible()
  })

  it('shows a task once when the stream is faster than the answer', async () => {
    const answer = gate()
    const task = aTask({ title: 'Buy oats' })
    server.use(
      http.post('*/api/v1/tasks', async () => {
        await answer.passed
        return HttpResponse.json(task, { status: 201 })
      }),
    )
    const { user } = renderApp()
    await user.type(await titleField(), 'Buy oats{Enter}')
    await check('Buy oats')
    fakeGateway.tasks = [task]
    FakeEventSource.last.send('task.changed', { taskId: task.id, task })
    await waitFor(async () => expect(await check('Buy oats')).toBeEnabled())
    answer.open()
    await waitFor(async () => expect(await screen.findAllByRole('checkbox', { name: 'Buy oats' })).toHaveLength(1))
    expect(screen.queryByText('new')).not.toBeInTheDocument()
  })

  it('moves nothing under the pointer: what arrives waits until it has left', async () => {
    fakeGateway.tasks = [aTask({ title: 'Buy oats' })]
    const { user } = renderApp()
    await user.hover(await check('Buy oats'))
    const task = aTask({ title: 'Team sync' })
    fakeGateway.tasks = [task, ...fakeGateway.tasks]
    FakeEventSource.last.send('task.instance_created', { task })
    expect(await screen.findByText('1 new task waits until the pointer leaves the list')).toBeVisible()
    expect(screen.queryByText('Team sync')).not.toBeInTheDocument()
    await user.hover(await titleField())
    expect(await check('Team sync')).toBeVisible()
  })

  it('says when the connection is away, and when it is back no more', async () => {
    renderApp()
    await screen.findByText('Nothing to do')
    FakeEventSource.last.open()
    FakeEventSource.last.lose()
    expect(await screen.findByText('No connection. What you see may be old.')).toBeVisible()
    FakeEventSource.last.open()
    await waitFor(() => expect(screen.queryByText('No connection. What you see may be old.')).not.toBeInTheDocument())
  })
})
