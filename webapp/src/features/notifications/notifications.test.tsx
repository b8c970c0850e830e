import { screen, waitFor, within } from '@testing-library/react'
import { http, HttpResponse } from 'msw'
import { describe, expect, it } from 'vitest'
import { FakeEventSource } from '@/test/fake-event-source'
import { aNotification, fakeGateway, problem, server } from '@/test/fake-gateway'
import { renderApp } from '@/test/render-app'

const panel = async () => within(await screen.findByRole('region', { name: /^Notifications/ }))

describe('notifications', () => {
  it('appear as they arrive, counted and announced', async () => {
    renderApp('/notifications')
    expect(await screen.findByText(/Reminders appear here/)).toBeVisible()
    const notification = aNotification({ title: 'Call the dentist' })
    fakeGateway.notifications = [notification]
    FakeEventSource.last.send('notification.created', { notification })
    const shown = await panel()
    expect(await shown.findByText('Call the dentist')).toBeVisible()
    expect(shown.getByText('just now')).toBeVisible()
    expect(shown.getByText('1 unread')).toBeVisible()
    expect(screen.getByText('Reminder: Call the dentist')).toBeVisible()
    expect(document.title).toBe('(1) Notifications · Punctual')
  })

  it('are shown once, however often the stream repeats one', async () => {
    const notification = aNotification({ title: 'Call the dentist' })
    fakeGateway.notifications = [notification]
    renderApp('/notifications')
    await screen.findByText('Call the dentist')
    FakeEventSource.last.send('notification.created', { notification })
    expect((await panel()).getAllByRole('listitem')).toHaveLength(1)
  })

  it('are marked read at once, and the focus is not lost', async () => {
    fakeGateway.notifications = [aNotification({ title: 'Call the dentist' })]
    const { user } = renderApp('/notifications')
    await user.click(await screen.findByRole('button', { name: 'Mark “Call the dentist” as read' }))
    const shown = await panel()
    await waitFor(() => expect(shown.queryByRole('button')).not.toBeInTheDocument())
    expect(shown.getByRole('listitem')).toHaveFocus()
    await waitFor(() => expect(fakeGateway.notifications[0]?.status).toBe('read'))
  })

  it('are unread again, with the reason, when that is refused', async () => {
    server.use(http.post('*/api/v1/notifications/:id/read', () => problem(500, { code: 'fault' })))
    fakeGateway.notifications = [aNotification({ title: 'Call the dentist' })]
    const { user } = renderApp('/notifications')
    await user.click(await screen.findByRole('button', { name: 'Mark “Call the dentist” as read' }))
    expect(await screen.findByText(/“Call the dentist” is still unread/)).toBeVisible()
    expect(await screen.findByRole('button', { name: 'Mark “Call the dentist” as read' })).toBeVisible()
  })

  it('are all read at once; unread again, with the reason, when that is refused', async () => {
    let refuse = true
    server.use(
      http.post('*/api/v1/notifications/read-all', () => {
        if (refuse) return problem(500, { code: 'fault' })
        fakeGateway.notifications = fakeGateway.notifications.map((one) => ({ ...one, status: 'read' }))
        return HttpResponse.json({ read: 2 })
      }),
    )
    fakeGateway.notifications = [aNotification({ title: 'Call the dentist' }), aNotification({ title: 'Swim' })]
    const { user } = renderApp('/notifications')
    expect(await (await panel()).findByText('2 unread')).toBeVisible()
    await user.click(screen.getByRole('button', { name: 'Mark all read' }))
    expect(await screen.findByText(/They are still unread/)).toBeVisible()
    expect(await (await panel()).findByText('2 unread')).toBeVisible()
    refuse = false
    await user.click(screen.getByRole('button', { name: 'Mark all read' }))
    await waitFor(() => expect(fakeGateway.notifications.every(({ status }) => status === 'read')).toBe(true))
    await waitFor(() => expect(screen.queryByText(/unread$/)).not.toBeInTheDocument())
    expect(screen.getByRole('button', { name: 'Mark all read' })).toHaveFocus()
  })
})
