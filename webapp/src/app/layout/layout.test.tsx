import { screen, waitFor, within } from '@testing-library/react'
import { describe, expect, it } from 'vitest'
import { aTask, fakeGateway } from '@/test/fake-gateway'
import { renderApp } from '@/test/render-app'

const heading = (name: string) => screen.findByRole('heading', { level: 1, name })

describe('the app around its pages', () => {
  it('goes everywhere by two keys', async () => {
    const { user } = renderApp()
    await heading('Today')
    for (const [key, page] of [['r', 'Recurring'], ['l', 'Tags'], ['i', 'Insight'], ['t', 'Today']] as const) {
      await user.keyboard(`g${key}`)
      expect(await heading(page)).toBeVisible()
    }
  })

  it('says which page is shown', async () => {
    renderApp('/recurring')
    await heading('Recurring')
    const [pages] = screen.getAllByRole('navigation', { name: 'Pages' })
    if (pages === undefined) throw new Error('there is no navigation')
    expect(within(pages).getByRole('link', { name: 'Recurring' })).toHaveAttribute('aria-current', 'page')
    expect(within(pages).getByRole('link', { name: 'Today' })).not.toHaveAttribute('aria-current')
    expect(document.title).toBe('Recurring · Punctual')
  })

  it('shows every key with ?, and gives the focus back', async () => {
    fakeGateway.tasks = [aTask({ title: 'Buy oats' })]
    const { user } = renderApp()
    const check = await screen.findByRole('checkbox', { name: 'Buy oats' })
    check.focus()
    await user.keyboard('?')
    const help = within(await screen.findByRole('dialog', { name: 'Keys' }))
    expect(help.getByText('Go to Upcoming')).toBeVisible()
    await user.keyboard('{Escape}')
    await waitFor(() => expect(screen.queryByRole('dialog')).not.toBeInTheDocument())
    await waitFor(() => expect(check).toHaveFocus())
  })

  it('finds what can be done by a few letters', async () => {
    const { user } = renderApp()
    await heading('Today')
    await user.keyboard('{Control>}k{/Control}')
    await screen.findByRole('dialog', { name: 'What to do' })
    await user.keyboard('insi{ArrowDown}{Enter}')
    expect(await heading('Insight')).toBeVisible()
  })

  it('loses no key that is pressed before what was opened is there, and takes none for another', async () => {
    const { user, router } = renderApp('/insight')
    await heading('Insight')
    await user.keyboard('nca{Backspace}all Ada')
    expect(await screen.findByRole('textbox', { name: 'Title of the new task' })).toHaveValue('call Ada')
    await user.keyboard(' back')
    expect(screen.getByRole('textbox', { name: 'Title of the new task' })).toHaveValue('call Ada back')
    expect(router.state.location.search).toEqual({})
  })

  it('searches from everywhere by /, with what was typed on the way', async () => {
    fakeGateway.tasks = [aTask({ title: 'Quarterly report' }), aTask({ title: 'Buy oats' })]
    const { user } = renderApp('/insight')
    await heading('Insight')
    await user.keyboard('/quarter')
    const field = await screen.findByRole('combobox', { name: 'Search tasks' })
    expect(field).toHaveValue('quarter')
    expect(field).toHaveFocus()
    await waitFor(() => expect(screen.queryByRole('checkbox', { name: 'Buy oats' })).not.toBeInTheDocument())
    expect(await screen.findByRole('checkbox', { name: 'Quarterly report' })).toBeVisible()
  })

  it('finds a task by a few letters too', async () => {
    const task = aTask({ title: 'Quarterly report' })
    fakeGateway.tasks = [task]
    const { user, router } = renderApp('/insight')
    await heading('Insight')
    await user.keyboard('{Control>}k{/Control}')
    await screen.findByRole('dialog', { name: 'What to do' })
    await user.keyboard('quarter')
    await user.click(await screen.findByRole('menuitem', { name: 'Quarterly report' }))
    await waitFor(() => expect(router.state.location.search).toEqual({ task: task.id }))
  })

  it('opens what the address names beside the page, and closes it with Escape', async () => {
    const task = aTask({ title: 'Buy oats' })
    fakeGateway.tasks = [task]
    const { user } = renderApp(`/insight?task=${task.id}`)
    const panel = within(await screen.findByRole('complementary', { name: 'Task' }))
    expect(await panel.findByText('Buy oats')).toBeVisible()
    await user.keyboard('{Escape}')
    await waitFor(() => expect(screen.queryByRole('complementary', { name: 'Task' })).not.toBeInTheDocument())
    expect(await heading('Insight')).toBeVisible()
  })
})
