import { screen, waitFor, within } from '@testing-library/react'
import { http, HttpResponse } from 'msw'
import { beforeEach, describe, expect, it } from 'vitest'
import type { Task } from '@/api/types'
import { aTask, fakeGateway, problem, server } from '@/test/fake-gateway'
import { renderApp } from '@/test/render-app'

let task: Task
const panel = async () => within(await screen.findByRole('complementary', { name: 'Task' }))
const title = async () => (await panel()).findByRole('textbox', { name: 'Title' })

beforeEach(() => {
  task = aTask({ title: 'Quarterly report', notes: 'See [the draft](https://example.org) <b>now</b>', tags: ['work'], version: 4 })
  fakeGateway.tasks = [task]
})

describe('a task beside the page', () => {
  it('opens with e, and the way back closes it', async () => {
    const { user, router } = renderApp()
    await screen.findByRole('checkbox', { name: 'Quarterly report' })
    await user.keyboard('je')
    expect(await title()).toHaveValue('Quarterly report')
    expect(router.state.location.search).toEqual({ task: task.id })
    router.history.back()
    await waitFor(() => expect(screen.queryByRole('complementary', { name: 'Task' })).not.toBeInTheDocument())
  })

  it('is edited in place, as the version that was looked at', async () => {
    const { user } = renderApp(`/?task=${task.id}`)
    await user.clear(await title())
    await user.type(await title(), 'Annual report{Enter}')
    expect(await screen.findByRole('checkbox', { name: 'Annual report' })).toBeVisible()
    await waitFor(() => expect(fakeGateway.received[0]).toEqual({ body: { title: 'Annual report', notes: task.notes }, key: '"4"' }))
    await user.click(await screen.findByRole('button', { name: 'Undo' }))
    expect(await screen.findByRole('checkbox', { name: 'Quarterly report' })).toBeVisible()
  })

  it('takes tags off and on', async () => {
    const { user } = renderApp(`/?task=${task.id}`)
    const shown = await panel()
    await user.click(await shown.findByRole('button', { name: 'Take the tag work off' }))
    await user.type(shown.getByRole('combobox', { name: 'Add a tag' }), '#Home{Enter}')
    await waitFor(() => expect(fakeGateway.tasks[0]?.tags).toEqual(['home']))
  })

  it('is due by the clock of another place when told so', async () => {
    const { user } = renderApp(`/?task=${task.id}`)
    await user.click(await (await panel()).findByRole('button', { name: /^Due/ }))
    const dialog = within(await screen.findByRole('dialog', { name: 'Due' }))
    await user.click(dialog.getByRole('button', { name: /By the clock of another place/ }))
    const zone = await dialog.findByRole('combobox', { name: 'The clock that counts' })
    await user.clear(zone)
    await user.type(zone, 'new york')
    await user.click(await screen.findByRole('option', { name: /New York/ }))
    await user.click(await screen.findByRole('button', { name: /^Tomorrow/ }))
    await waitFor(() => expect(fakeGateway.received[0]?.body).toMatchObject({ due: { zone: 'America/New_York' } }))
  })

  it('shows notes as Markdown, without HTML', async () => {
    renderApp(`/?task=${task.id}`)
    const link = await (await panel()).findByRole('link', { name: 'the draft' })
    expect(link).toHaveAttribute('rel', 'noopener noreferrer')
    expect((await panel()).getByText(/<b>now<\/b>/)).toBeVisible()
  })

  it('keeps what is not saved over a reload', async () => {
    const { user, leave } = renderApp(`/?task=${task.id}`)
    await user.type(await title(), ' of 2026')
    leave()
    renderApp(`/?task=${task.id}`)
    expect(await title()).toHaveValue('Quarterly report of 2026')
    expect(await screen.findByText(/Not saved yet/)).toBeVisible()
  })

  it('shows both sides when it changed elsewhere, and saves the one that is chosen', async () => {
    const theirs = { ...task, title: 'Report, final', version: 7 }
    server.use(
      http.patch('*/api/v1/tasks/:id', ({ request }) =>
        request.headers.get('If-Match') === '"7"' ? undefined : problem(412, { code: 'precondition-failed', detail: 'It is at another version.', current: theirs }),
      ),
    )
    const { user } = renderApp(`/?task=${task.id}`)
    await user.type(await title(), ' of 2026{Enter}')
    const conflict = within(await (await panel()).findByRole('alert'))
    expect(conflict.getByText('Report, final')).toBeVisible()
    expect(conflict.getByText('Quarterly report of 2026')).toBeVisible()
    await user.click(conflict.getByRole('button', { name: 'Keep mine' }))
    await waitFor(() => expect(fakeGateway.tasks[0]?.title).toBe('Quarterly report of 2026'))
  })

  it('tells its history', async () => {
    server.use(
      http.get('*/api/v1/tasks/:id/history', () =>
        HttpResponse.json({
          items: [
            { changeId: 'b', at: '2026-01-05T10:00:00Z', actor: 'assistant', what: 'edited', fields: [{ field: 'due', from: null, to: {} }] },
            { changeId: 'a', at: '2026-01-05T09:00:00Z', actor: 'person', what: 'created', fields: [] },
          ],
          nextCursor: null,
        }),
      ),
    )
    const { user } = renderApp(`/?task=${task.id}`)
    await user.click(await (await panel()).findByRole('button', { name: 'Show history' }))
    expect(await (await panel()).findByText('Changed the date')).toBeVisible()
    expect((await panel()).getByText(/Assistant, for you/)).toBeVisible()
  })
})
