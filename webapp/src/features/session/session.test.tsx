import { screen } from '@testing-library/react'
import { http } from 'msw'
import { describe, expect, it } from 'vitest'
import { FakeEventSource } from '@/test/fake-event-source'
import { fakeGateway, problem, server } from '@/test/fake-gateway'
import { renderApp } from '@/test/render-app'

describe('who is signed in', () => {
  it('is told how to sign in when nobody is, and goes on once somebody has', async () => {
    const person = fakeGateway.me
    fakeGateway.me = null
    const { user } = renderApp()
    expect(await screen.findByRole('heading', { name: 'Sign in' })).toBeVisible()
    expect(screen.getByText(/\.\/punctual up prints one/)).toBeVisible()
    expect(FakeEventSource.opened).toEqual([])

    fakeGateway.me = person
    await user.click(screen.getByRole('button', { name: 'I have signed in' }))
    expect(await screen.findByRole('heading', { name: 'Today' })).toBeVisible()
  })

  it('gets in with a password; one that is refused says so, and the name stays', async () => {
    fakeGateway.me = null
    const { user } = renderApp()
    const name = await screen.findByRole('textbox', { name: 'Name or e-mail' })
    await user.type(name, 'ada@example.org')
    await user.type(screen.getByLabelText('Password'), 'wrong')
    await user.click(screen.getByRole('button', { name: 'Sign in' }))
    expect(await screen.findByText('Name or password is another.')).toBeVisible()
    expect(name).toHaveValue('ada@example.org')
    await user.clear(screen.getByLabelText('Password'))
    await user.type(screen.getByLabelText('Password'), fakeGateway.password)
    await user.click(screen.getByRole('button', { name: 'Sign in' }))
    expect(await screen.findByRole('heading', { name: 'Today' })).toBeVisible()
  })

  it('sees the sign-in page when the session ends, wherever that is noticed', async () => {
    const { user } = renderApp()
    const field = await screen.findByRole('textbox', { name: 'Title of the new task' })
    fakeGateway.me = null
    server.use(http.post('*/api/v1/tasks', () => problem(401, { code: 'signed-out' })))
    await user.type(field, 'Buy oats{Enter}')
    expect(await screen.findByRole('heading', { name: 'Sign in' })).toBeVisible()
    expect(FakeEventSource.last.readyState).toBe(FakeEventSource.CLOSED)
  })

  it('is not shown what somebody else wrote here', async () => {
    localStorage.setItem('punctual.person', 'grace')
    localStorage.setItem('punctual.draft.quick-add', JSON.stringify('Buy a present for Ada'))
    renderApp()
    expect(await screen.findByRole('textbox', { name: 'Title of the new task' })).toHaveValue('')
  })

  it('is told when nothing answers at all', async () => {
    server.use(http.get('*/api/v1/me', () => problem(503)))
    renderApp()
    expect(await screen.findByText('Punctual does not answer.')).toBeVisible()
    expect(screen.getByRole('button', { name: 'Try again' })).toBeVisible()
  })

  it('finds the way home from an address that leads nowhere', async () => {
    const { user } = renderApp('/nowhere')
    await user.click(await screen.findByRole('link', { name: 'Go to Today' }))
    expect(await screen.findByRole('heading', { name: 'Today' })).toBeVisible()
  })
})
