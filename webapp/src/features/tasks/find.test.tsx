import { screen, waitFor, within } from '@testing-library/react'
import { http } from 'msw'
import { describe, expect, it } from 'vitest'
import { aTask, fakeGateway, problem, server } from '@/test/fake-gateway'
import { renderApp } from '@/test/render-app'

const field = () => screen.findByRole('combobox', { name: 'Search tasks' })
const check = (name: string) => screen.findByRole('checkbox', { name })
const noCheck = (name: string) => waitFor(() => expect(screen.queryByRole('checkbox', { name })).not.toBeInTheDocument())

function some() {
  fakeGateway.tasks = [
    aTask({ title: 'Grocery list', tags: ['home'], priority: 'high' }),
    aTask({ title: 'Quarterly report', tags: ['work'] }),
    aTask({ title: 'Old report', status: 'completed', completedAt: '2026-01-06T09:00:00Z' }),
  ]
}

describe('finding tasks', () => {
  it('shows what is open first, and how many there are', async () => {
    some()
    renderApp('/tasks')
    expect(await check('Grocery list')).toBeVisible()
    expect(await field()).toHaveValue('is:open')
    expect(screen.queryByRole('checkbox', { name: 'Old report' })).not.toBeInTheDocument()
    expect(await screen.findByText('2 tasks')).toBeVisible()
  })

  it('searches from anywhere on the page with /, and keeps the query in the address', async () => {
    some()
    const { user, router } = renderApp('/tasks')
    await check('Grocery list')
    await user.keyboard('/')
    expect(await field()).toHaveFocus()
    await user.keyboard('report')
    expect(await check('Old report')).toBeVisible()
    await noCheck('Grocery list')
    await waitFor(() => expect(router.state.location.search).toMatchObject({ q: 'report' }))
  })

  it('offers the words of the grammar and the tags, and takes one with Enter', async () => {
    some()
    const { user } = renderApp('/tasks')
    await check('Grocery list')
    await user.clear(await field())
    await user.type(await field(), 'tag')
    expect(await screen.findByRole('option', { name: 'tag:' })).toBeVisible()
    await user.keyboard('{Enter}')
    await user.keyboard('wo')
    expect(await screen.findByRole('option', { name: 'tag:work' })).toHaveAttribute('aria-selected', 'true')
    await user.keyboard('{Enter}')
    expect(await field()).toHaveValue('tag:work ')
    await noCheck('Grocery list')
    expect(await check('Quarterly report')).toBeVisible()
  })

  it('writes the query by chips', async () => {
    some()
    const { user } = renderApp('/tasks')
    await user.click(await screen.findByRole('button', { name: 'High priority' }))
    expect(await field()).toHaveValue('is:open priority:high')
    expect(screen.getByRole('button', { name: 'High priority', pressed: true })).toBeVisible()
    await noCheck('Quarterly report')
    await user.click(screen.getByRole('button', { name: 'Completed' }))
    expect(await field()).toHaveValue('priority:high status:completed')
  })

  it('says where a query goes wrong, and keeps what was found before', async () => {
    some()
    server.use(
      http.get('*/api/v1/tasks', ({ request }) =>
        request.url.includes('colour') ? problem(400, { code: 'query-unknown-key', detail: 'There is no key colour.', position: 0 }) : undefined,
      ),
    )
    const { user } = renderApp('/tasks')
    await check('Grocery list')
    await user.clear(await field())
    await user.type(await field(), 'colour:red')
    expect(await screen.findByText(/There is no key colour/)).toBeVisible()
    expect(await field()).toBeInvalid()
  })

  it('says so when nothing matches, and offers everything', async () => {
    some()
    const { user } = renderApp('/tasks?q=zebra')
    expect(await screen.findByText('Nothing matches')).toBeVisible()
    await user.click(screen.getByRole('button', { name: 'Show every task' }))
    expect(await check('Old report')).toBeVisible()
  })
})

describe('many at once', () => {
  it('selects with x, completes all of them, and takes it back', async () => {
    some()
    const { user } = renderApp('/tasks')
    await check('Grocery list')
    await user.keyboard('jxjx')
    const bar = within(await screen.findByRole('toolbar', { name: 'What to do with those selected' }))
    expect(bar.getByText('2 selected')).toBeVisible()
    await user.click(bar.getByRole('button', { name: 'Complete' }))
    await waitFor(() => expect(fakeGateway.tasks.every(({ status }) => status === 'completed')).toBe(true))
    expect(fakeGateway.received[0]?.body).toMatchObject({ action: 'complete', expected: 2 })
    await user.click(await screen.findByRole('button', { name: 'Undo' }))
    await waitFor(() => expect(fakeGateway.find('is:open')).toHaveLength(2))
    await waitFor(async () => expect(await check('Grocery list')).not.toBeChecked())
  })

  it('asks before many are deleted, and touches all that a search finds when told so', async () => {
    some()
    const { user } = renderApp('/tasks?q=report')
    await check('Quarterly report')
    await user.keyboard('jx')
    await user.click(await screen.findByRole('button', { name: 'Select all 2' }))
    await user.click(screen.getByRole('button', { name: 'Delete' }))
    const ask = within(await screen.findByRole('alertdialog', { name: 'Delete 2 tasks?' }))
    await user.click(ask.getByRole('button', { name: 'Delete 2 tasks' }))
    await waitFor(() => expect(fakeGateway.tasks.map(({ title }) => title)).toEqual(['Grocery list']))
    expect(fakeGateway.received[0]?.body).toEqual({ action: 'delete', q: 'report', expected: 2 })
  })

  it('is all as before, with the reason, when it is refused', async () => {
    some()
    server.use(http.post('*/api/v1/tasks/bulk', () => problem(409, { code: 'count-mismatch', detail: 'It is 3 tasks by now.' })))
    const { user } = renderApp('/tasks')
    await check('Grocery list')
    await user.keyboard('jxjxc')
    expect(await screen.findByText('2 tasks are as before. It is 3 tasks by now.')).toBeVisible()
    expect(await check('Grocery list')).not.toBeChecked()
  })
})

describe('the keys of a task', () => {
  it('set a tag with t and give the focus back', async () => {
    some()
    const { user } = renderApp('/tasks')
    await check('Grocery list')
    await user.keyboard('jt')
    await user.type(await screen.findByRole('textbox', { name: 'Name of the tag' }), 'Shop{Enter}')
    await waitFor(() => expect(fakeGateway.tasks[0]?.tags).toEqual(['home', 'shop']))
    await waitFor(async () => expect(await check('Grocery list')).toHaveFocus())
  })

  it('set the day with d', async () => {
    some()
    const { user } = renderApp('/tasks')
    await check('Grocery list')
    await user.keyboard('jd')
    await user.click(await screen.findByRole('button', { name: /^Tomorrow/ }))
    await waitFor(() => expect(fakeGateway.received[0]?.body).toMatchObject({ due: { date: expect.stringMatching(/^\d{4}-\d\d-\d\d$/) as string } }))
  })

  it('set the priority with p', async () => {
    some()
    const { user } = renderApp('/tasks')
    await check('Grocery list')
    await user.keyboard('jp')
    await user.click(await screen.findByRole('button', { name: 'Low priority' }))
    await waitFor(() => expect(fakeGateway.tasks[0]?.priority).toBe('low'))
  })
})
