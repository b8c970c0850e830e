import { screen, waitFor, within } from '@testing-library/react'
import { http } from 'msw'
import { describe, expect, it } from 'vitest'
import { FakeEventSource } from '@/test/fake-event-source'
import { aNotification, fakeGateway, problem, server } from '@/test/fake-gateway'
import { renderApp } from '@/test/render-app'

const panel = async () => within(await screen.findByRole('region', { name: /^Notifications/ }))

describe('notifications', () => {
  it('appear as they arrive, counted and announced', async () => {
    renderApp()
    expect(await screen.findByText(/Reminders appear here/)).toBeVisible()
    const notification = aNotification({ title: 'Call the dentist' })
    fakeGateway.notifications = [notification]
    FakeEventSource.last.send('notification.created', { notification })
    const shown = await panel()
    expect(await shown.findByText('Call the dentist')).toBeVisible()
    expect(shown.getByText('just now')).toBeVisible()
    expect(shown.getByText('1 unread')).toBeVisible()
    expect(shown.getByRole('status')).toHaveTextContent('Reminder: Call the dentist')
    expect(document.title).toBe('(1) Today · Punctual')
  })

  it('are shown once, however often the stream repeats one', async () => {
    const notification = aNotification({ title: 'Call the dentist' })
    fakeGateway.notifications = [notification]
    renderApp()
    await screen.findByText('Call the dentist')
    FakeEventSource.last.send('notification.created', { notification })
    expect((await panel()).getAllByRole('listitem')).toHaveLength(1)
  })

  it('are marked read at once, and the focus is not lost', async () => {
    fakeGateway.notifications = [aNotification({ title: 'Call the dentist' })]
    const { user } = renderApp()
    await user.click(await screen.findByRole('button', { name: 'Mark “Call the dentist” as read' }))
    const shown = await panel()
    await waitFor(() => expect(shown.queryByRole('button')).not.toBeInTheDocument())
    expect(shown.getByRole('listitem')).toHaveFocus()
    await waitFor(() => expect(fakeGateway.notifications[0]?.status).toBe('read'))
  })

  it('are unread again, with the reason, when that is refused', async () => {
    server.use(http.post('*/api/v1/notifications/:id/read', () => problem(500, { code: 'fault' })))
    fakeGateway.notifications = [aNotification({ title: 'Call the dentist' })]
    const { user } = renderApp()
    await user.click(await screen.findByRole('button', { name: 'Mark “Call the dentist” as read' }))
    expect(await screen.findByText(/“Call the dentist” is still unread/)).toBeVisible()
    expect(await screen.findByRole('button', { name: 'Mark “Call the dentist” as read' })).toBeVisible()
  })
})
