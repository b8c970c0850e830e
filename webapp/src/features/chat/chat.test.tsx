import { screen, waitFor, within } from '@testing-library/react'
import { http, HttpResponse } from 'msw'
import { beforeEach, describe, expect, it } from 'vitest'
import { aTask, problem, server } from '@/test/fake-gateway'
import { renderApp } from '@/test/render-app'
import { forget } from './lib/turns'

beforeEach(() => forget())

const reply = (more: object) => ({ reply: 'Done.', sessionId: 's1', changeId: null, plan: null, tasks: [], choices: [], ...more })
const events = (...list: [string, object][]) =>
  new HttpResponse(list.map(([event, data]) => `event: ${event}\ndata: ${JSON.stringify(data)}\n\n`).join(''), {
    headers: { 'Content-Type': 'text/event-stream' },
  })
const panel = async () => within(await screen.findByRole('complementary', { name: 'Assistant' }))
const field = async () => (await panel()).findByRole('textbox', { name: 'What to do' })

describe('the assistant beside the page', () => {
  it('streams its answer, keeps the conversation, and undoes a turn', async () => {
    const said: unknown[] = []
    let undone = ''
    server.use(
      http.post('*/api/v1/chat', async ({ request }) => {
        said.push(await request.json())
        return events(['tool', { name: 'create-task' }], ['token', { text: 'Added ' }], ['token', { text: '“Stretch”.' }], ['result', reply({ reply: 'Added “Stretch”.', changeId: 'c1' })], ['done', {}])
      }),
      http.post('*/api/v1/changes/:id/undo', ({ params }) => {
        undone = String(params.id)
        return HttpResponse.json({})
      }),
    )
    const { user } = renderApp('/?chat=open')
    await user.type(await field(), 'every weekday at 8:30 stretch{Enter}')
    expect(await (await panel()).findByText('Added “Stretch”.')).toBeVisible()
    await user.click((await panel()).getByRole('button', { name: 'Undo' }))
    expect(await (await panel()).findByText('Taken back.')).toBeVisible()
    expect(undone).toBe('c1')
    await user.type(await field(), 'and again{Enter}')
    await waitFor(() => expect(said[1]).toEqual({ message: 'and again', sessionId: 's1' }))
  })

  it('shows a plan by its items and carries it out when told so', async () => {
    const plan = { id: 'p1', action: 'delete-task', items: [{ id: '1', title: 'Book flights' }, { id: '2', title: 'Pack' }], expiresAt: '2026-11-27T14:00:00Z' }
    server.use(
      http.post('*/api/v1/chat', () => events(['plan', plan], ['result', reply({ reply: 'I would delete these two.', plan })], ['done', {}])),
      http.post('*/api/v1/chat/plans/p1/confirm', () => HttpResponse.json(reply({ reply: 'Deleted two tasks.', changeId: 'c2' }))),
    )
    const { user } = renderApp('/?chat=open')
    await user.type(await field(), 'delete everything tagged travel{Enter}')
    const card = within(await (await panel()).findByRole('region', { name: 'What would be done' }))
    expect(card.getByText('Book flights')).toBeVisible()
    await user.click(card.getByRole('button', { name: 'Confirm' }))
    expect(await (await panel()).findByText('Deleted two tasks.')).toBeVisible()
    expect(card.queryByRole('button')).not.toBeInTheDocument()
  })

  it('shows what it found as tasks that can be opened', async () => {
    const task = aTask({ title: 'Quarterly report' })
    server.use(http.post('*/api/v1/chat', () => events(['result', reply({ reply: 'One task.', tasks: [task] })], ['done', {}])))
    const { user, router } = renderApp('/?chat=open')
    await user.type(await field(), 'find report{Enter}')
    await user.click(await (await panel()).findByRole('link', { name: 'Quarterly report' }))
    await waitFor(() => expect(router.state.location.search).toEqual({ task: task.id }))
  })

  it('says what went wrong, and tries again', async () => {
    server.use(http.post('*/api/v1/chat', () => problem(503, { code: 'unavailable' }), { once: true }))
    server.use(http.post('*/api/v1/chat', () => problem(503, { code: 'unavailable' })))
    const { user } = renderApp('/?chat=open')
    await user.type(await field(), 'hello{Enter}')
    expect(await (await panel()).findByText(/Nothing was done/)).toBeVisible()
    server.use(http.post('*/api/v1/chat', () => events(['result', reply({ reply: 'Hello.' })], ['done', {}])))
    await user.click((await panel()).getByRole('button', { name: 'Try again' }))
    expect(await (await panel()).findByText('Hello.')).toBeVisible()
  })
})
