import { screen, waitFor, within } from '@testing-library/react'
import { http, HttpResponse } from 'msw'
import { beforeEach, describe, expect, it, vi } from 'vitest'
import type { Task } from '@/api/types'
import { aTask, fakeGateway, problem, server } from '@/test/fake-gateway'
import { FakeEventSource } from '@/test/fake-event-source'
import { renderApp } from '@/test/render-app'

const check = (name: string) => screen.findByRole('checkbox', { name })
const titleField = () => screen.findByRole('textbox', { name: 'Title of the new task' })

/** Whether anything reaches the gateway. */
let connected = true

function disconnect() {
  connected = false
  vi.spyOn(navigator, 'onLine', 'get').mockReturnValue(false)
  FakeEventSource.last.lose()
}

function connect() {
  connected = true
  vi.restoreAllMocks()
  window.dispatchEvent(new Event('online'))
}

beforeEach(() => {
  connected = true
  server.use(http.all('*/api/v1/*', () => (connected ? undefined : HttpResponse.error())))
})

/** A gateway that minds which version an edit was made upon. */
function mindVersions() {
  server.use(
    http.patch('*/api/v1/tasks/:id', async ({ params, request }) => {
      if (!connected) return HttpResponse.error()
      const task = fakeGateway.tasks.find(({ id }) => id === params.id)
      const expected = request.headers.get('If-Match')
      if (task === undefined) return problem(404)
      if (expected !== null && expected !== `"${task.version}"`) return problem(412, { code: 'version-mismatch', detail: 'It has changed.', current: task })
      const changed: Task = { ...task, ...((await request.json()) as Partial<Task>), version: task.version + 1 }
      fakeGateway.tasks = fakeGateway.tasks.map((other) => (other.id === task.id ? changed : other))
      return HttpResponse.json(changed)
    }),
  )
}

async function rename(user: ReturnType<typeof renderApp>['user'], from: string, to: string) {
  const title = await screen.findByRole('textbox', { name: 'Title' })
  expect(title).toHaveValue(from)
  await user.clear(title)
  await user.type(title, `${to}{Enter}`)
}

describe('without a connection', () => {
  it('what is done shows, waits, and is sent once when there is one', async () => {
    fakeGateway.tasks = [aTask({ title: 'Water the plants' })]
    const { user } = renderApp()
    await check('Water the plants')
    disconnect()

    await user.click(await check('Water the plants'))
    await user.type(await titleField(), 'Buy oats tomorrow #shop{Enter}')
    expect(await screen.findByText(/No connection. 2 changes wait/)).toBeVisible()
    expect(fakeGateway.tasks).toMatchObject([{ status: 'pending' }])

    connect()
    await waitFor(() => expect(fakeGateway.tasks).toHaveLength(2))
    expect(fakeGateway.tasks.find(({ title }) => title === 'Water the plants')).toMatchObject({ status: 'completed' })
    expect(fakeGateway.received).toMatchObject([{ body: { title: 'Buy oats', tags: ['shop'] } }])
    await waitFor(async () => expect(await check('Buy oats')).toBeEnabled())
    expect(await screen.findByText('The 2 changes that waited were sent.')).toBeVisible()
    await waitFor(() => expect(screen.queryByText(/change.*wait.? to be sent/)).not.toBeInTheDocument())
  })

  it('what was seen can be read after a reload, and what waits waits on', async () => {
    fakeGateway.tasks = [aTask({ title: 'Water the plants' }), aTask({ title: 'Read about tides' })]
    const { user, leave } = renderApp()
    await check('Water the plants')
    disconnect()
    await user.click(await check('Water the plants'))
    await user.type(await titleField(), 'Buy oats{Enter}')
    await screen.findByText(/2 changes wait/)
    leave()
    window.dispatchEvent(new Event('pagehide'))

    renderApp()
    expect(await check('Water the plants')).toBeChecked()
    expect(await check('Read about tides')).not.toBeChecked()
    expect(await check('Buy oats')).toBeDisabled()
    connect()
    await waitFor(() => expect(fakeGateway.tasks).toHaveLength(3))
    await waitFor(async () => expect(await check('Buy oats')).toBeEnabled())
  })

  it('what was done can be taken back before it is sent', async () => {
    fakeGateway.tasks = [aTask({ title: 'Water the plants' })]
    const { user } = renderApp()
    await check('Water the plants')
    disconnect()
    await user.type(await titleField(), 'Buy oats{Enter}')
    await check('Buy oats')
    await user.click(await screen.findByRole('button', { name: 'Undo' }))
    await waitFor(() => expect(screen.queryByRole('checkbox', { name: 'Buy oats' })).not.toBeInTheDocument())
    await user.keyboard('j')
    connect()
    await waitFor(() => expect(screen.queryByText(/waits? to be sent/)).not.toBeInTheDocument())
    expect(fakeGateway.received).toEqual([])
  })

  it('two edits one after another are both saved', async () => {
    mindVersions()
    const task = aTask({ title: 'Write', version: 3 })
    fakeGateway.tasks = [task]
    const { user } = renderApp(`/?task=${task.id}`)
    await screen.findByRole('textbox', { name: 'Title' })
    disconnect()
    await rename(user, 'Write', 'Write the speech')
    await screen.findByText(/1 change waits/)
    await rename(user, 'Write the speech', 'Write the speech for Ada')
    await screen.findByText(/2 changes wait/)
    connect()
    await waitFor(() => expect(fakeGateway.tasks).toMatchObject([{ title: 'Write the speech for Ada', version: 5 }]))
    expect(screen.queryByText(/not taken/)).not.toBeInTheDocument()
  })

  it('nothing of one person is shown to the next, nor sent in their name', async () => {
    fakeGateway.tasks = [aTask({ title: 'Water the plants' })]
    const { user, leave } = renderApp()
    await check('Water the plants')
    disconnect()
    await user.type(await titleField(), 'A secret of mine{Enter}')
    await screen.findByText(/1 change waits/)
    leave()
    window.dispatchEvent(new Event('pagehide'))

    const ada = fakeGateway.me
    if (ada === null) throw new Error('nobody is signed in')
    fakeGateway.me = { ...ada, id: 'grace', name: 'Grace' }
    fakeGateway.tasks = []
    connect()
    const next = renderApp()
    expect(await screen.findByText('Nothing to do')).toBeVisible()
    expect(screen.queryByText(/secret/)).not.toBeInTheDocument()
    expect(fakeGateway.received).toEqual([])
    next.leave()

    fakeGateway.me = ada
    renderApp()
    await waitFor(() => expect(fakeGateway.received).toMatchObject([{ body: { title: 'A secret of mine' } }]))
  })
})

describe('what waits', () => {
  const look = async (user: ReturnType<typeof renderApp>['user']) => {
    await user.click(await screen.findByRole('button', { name: 'Look' }))
    return within(await screen.findByRole('dialog', { name: 'Changes that wait' }))
  }

  it('can be written anew before it is sent', async () => {
    fakeGateway.tasks = [aTask({ title: 'Water the plants' })]
    const { user } = renderApp()
    await check('Water the plants')
    disconnect()
    await user.type(await titleField(), 'Buy oats{Enter}')
    const dialog = await look(user)
    await user.click(dialog.getByRole('button', { name: 'Change' }))
    const line = dialog.getByRole('textbox', { name: 'What you wrote' })
    expect(line).toHaveFocus()
    await user.keyboard('{Escape}')
    expect(dialog.getByRole('button', { name: 'Change' })).toHaveFocus()
    await user.keyboard('{Enter}')
    await user.type(dialog.getByRole('textbox', { name: 'What you wrote' }), ' and milk tomorrow #shop{Enter}')
    expect(await dialog.findByText('Buy oats and milk tomorrow #shop')).toBeVisible()
    expect(dialog.getByRole('button', { name: 'Change' })).toHaveFocus()
    await user.click(dialog.getByRole('button', { name: 'Close' }))
    expect(await check('Buy oats and milk tomorrow #shop')).toBeDisabled()

    connect()
    await waitFor(async () => expect(await check('Buy oats and milk')).toBeEnabled())
    expect(fakeGateway.received).toMatchObject([{ body: { title: 'Buy oats and milk', tags: ['shop'] } }])
    expect(screen.queryByRole('checkbox', { name: /tomorrow/ })).not.toBeInTheDocument()
  })

  it('is not sent while it is being changed', async () => {
    fakeGateway.tasks = [aTask({ title: 'Water the plants' })]
    const { user } = renderApp()
    await check('Water the plants')
    disconnect()
    await user.type(await titleField(), 'Buy oats{Enter}')
    await user.type(await titleField(), 'Ring the bank{Enter}')
    const dialog = await look(user)
    const first = dialog.getAllByRole('listitem')[0]
    if (first === undefined) throw new Error('nothing waits')
    await user.click(within(first).getByRole('button', { name: 'Change' }))
    connect()
    await waitFor(() => expect(fakeGateway.received).toMatchObject([{ body: { title: 'Ring the bank' } }]))
    await user.type(dialog.getByRole('textbox', { name: 'What you wrote' }), ' and milk{Enter}')
    await waitFor(() => expect(fakeGateway.received).toMatchObject([{}, { body: { title: 'Buy oats and milk' } }]))
    expect(await dialog.findByText('Nothing waits: everything has been sent.')).toBeVisible()
  })

  it('leaves the page with what it showed when it is taken back', async () => {
    fakeGateway.tasks = [aTask({ title: 'Water the plants' }), aTask({ title: 'Read about tides' })]
    const { user } = renderApp()
    await check('Water the plants')
    disconnect()
    await user.click(await check('Water the plants'))
    await user.click(await check('Read about tides'))
    await user.type(await titleField(), 'Buy oats{Enter}')
    const dialog = await look(user)
    for (const title of ['Water the plants', 'Buy oats']) {
      const kept = dialog.getAllByRole('listitem').find((item) => item.textContent.includes(title))
      if (kept === undefined) throw new Error(`${title} does not wait`)
      await user.click(within(kept).getByRole('button', { name: 'Let it go' }))
      await waitFor(() => expect(kept).not.toBeInTheDocument())
    }
    await user.click(dialog.getByRole('button', { name: 'Close' }))
    await waitFor(async () => expect(await check('Water the plants')).not.toBeChecked())
    expect(await check('Read about tides')).toBeChecked()
    expect(screen.queryByRole('checkbox', { name: 'Buy oats' })).not.toBeInTheDocument()
    connect()
    await waitFor(() => expect(fakeGateway.tasks.map(({ status }) => status)).toEqual(['pending', 'completed']))
    expect(fakeGateway.received).toEqual([])
  })
})

describe('what the gateway does not take', () => {
  it('is a line that can be written anew, and is then another', async () => {
    const keys: (string | null)[] = []
    server.use(
      http.post('*/api/v1/tasks', ({ request }) => {
        if (!connected) return HttpResponse.error()
        keys.push(request.headers.get('Idempotency-Key'))
        return keys.length === 1 ? problem(422, { code: 'out-of-range', detail: 'It is too long.' }) : undefined
      }),
    )
    const { user } = renderApp()
    await screen.findByText('Nothing to do')
    disconnect()
    await user.type(await titleField(), 'Buy everything{Enter}')
    await screen.findByText(/1 change waits/)
    connect()
    await user.click(await screen.findByRole('button', { name: 'Look' }))
    const dialog = within(await screen.findByRole('dialog', { name: 'Changes that wait' }))
    expect(await dialog.findByText('Not taken: It is too long.')).toBeVisible()
    await user.click(dialog.getByRole('button', { name: 'Change' }))
    await user.clear(dialog.getByRole('textbox', { name: 'What you wrote' }))
    await user.type(dialog.getByRole('textbox', { name: 'What you wrote' }), 'Buy oats{Enter}')
    await waitFor(() => expect(fakeGateway.received).toMatchObject([{ body: { title: 'Buy oats' } }]))
    expect(new Set(keys).size).toBe(2)
  })


  it('is told with its reason, and stays until it is let go', async () => {
    server.use(http.post('*/api/v1/tasks/:id/complete', () => (connected ? problem(409, { code: 'state', detail: 'It was cancelled.' }) : HttpResponse.error())))
    fakeGateway.tasks = [aTask({ title: 'Water the plants' })]
    const { user, leave } = renderApp()
    await check('Water the plants')
    disconnect()
    await user.click(await check('Water the plants'))
    await screen.findByText(/1 change waits/)
    connect()
    await screen.findByText(/1 change was not taken/)
    await waitFor(async () => expect(await check('Water the plants')).not.toBeChecked())
    leave()

    const again = renderApp()
    await again.user.click(await screen.findByRole('button', { name: 'Look' }))
    const dialog = within(await screen.findByRole('dialog', { name: 'Changes that wait' }))
    expect(dialog.getByText('Not taken: It was cancelled.')).toBeVisible()
    await again.user.click(dialog.getByRole('button', { name: 'Let it go' }))
    expect(await dialog.findByText('Nothing waits: everything has been sent.')).toBeVisible()
  })

  it('shows side by side what somebody else changed meanwhile', async () => {
    mindVersions()
    const task = aTask({ title: 'Write' })
    fakeGateway.tasks = [task]
    const { user } = renderApp(`/?task=${task.id}`)
    await screen.findByRole('textbox', { name: 'Title' })
    disconnect()
    await rename(user, 'Write', 'Write for Ada')
    await screen.findByText(/1 change waits/)
    fakeGateway.tasks = [{ ...task, title: 'Write for Grace', version: 2 }]
    connect()
    await user.click(await screen.findByRole('button', { name: 'Look' }))
    const conflict = within(within(await screen.findByRole('dialog', { name: 'Changes that wait' })).getByRole('alert'))
    expect(conflict.getByText('Write for Ada')).toBeVisible()
    expect(conflict.getByText('Write for Grace')).toBeVisible()
    await user.click(conflict.getByRole('button', { name: 'Keep mine' }))
    await waitFor(() => expect(fakeGateway.tasks).toMatchObject([{ title: 'Write for Ada', version: 3 }]))
  })
})
