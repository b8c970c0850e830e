import { screen, waitFor, within } from '@testing-library/react'
import { http, HttpResponse } from 'msw'
import { beforeEach, describe, expect, it } from 'vitest'
import type { Me } from '@/api/types'
import { fakeGateway, problem, server } from '@/test/fake-gateway'
import { renderApp } from '@/test/render-app'

const url = (path: string) => `*/api/v1/${path}`
let changes: Partial<Me>[] = []

beforeEach(() => {
  changes = []
  server.use(
    http.patch(url('me'), async ({ request }) => {
      const change = (await request.json()) as Partial<Me>
      changes.push(change)
      const { from, to } = change.workingHours ?? { from: '', to: '~' }
      if (from >= to) {
        const detail = 'Work ends later than it begins.'
        return problem(422, { code: 'out-of-range', detail, errors: [{ field: 'workingHours.to', code: 'out-of-range', message: detail }] })
      }
      if (fakeGateway.me !== null) fakeGateway.me = { ...fakeGateway.me, ...change }
      return HttpResponse.json(fakeGateway.me)
    }),
    http.get(url('channels/kinds'), () => HttpResponse.json({ kinds: [], pushKey: null })),
    http.get(url('channels'), () => HttpResponse.json({ items: [] })),
    http.get(url('feeds'), () => HttpResponse.json({ items: [] })),
    http.get(url('accounts/invitations'), () => HttpResponse.json({ items: [] })),
    http.get(url('me/sessions'), () => problem(404)),
    http.get(url('me/tokens'), () => problem(404)),
    http.post(url('recurrence/preview'), () => problem(422)),
  )
})

const hourOf = async (field: string) => {
  const hour = await screen.findByRole('spinbutton', { name: `hour, ${field}` })
  hour.focus()
  return hour
}

describe('working hours', () => {
  it('are saved once they are left, not while they are written', async () => {
    const { user } = renderApp('/settings')
    await hourOf('Work begins')
    await user.keyboard('{ArrowDown}{ArrowDown}')
    await hourOf('Work ends')
    await user.keyboard('{ArrowDown}')
    expect(changes).toEqual([])
    await user.click(screen.getByRole('heading', { name: 'Settings' }))
    expect(await screen.findByText('Saved.')).toBeVisible()
    expect(changes).toEqual([{ workingHours: { from: '07:00', to: '16:00' } }])
    expect(await hourOf('Work begins')).toHaveTextContent('07')
    expect(await hourOf('Work ends')).toHaveTextContent('16')
  })

  it('that cannot be are told where they stand, and stay until they are mended', async () => {
    const { user } = renderApp('/settings')
    const begins = await hourOf('Work begins')
    await user.keyboard('{End}')
    await user.click(screen.getByRole('heading', { name: 'Settings' }))
    const group = within(screen.getByRole('group', { name: 'Working hours' }))
    expect(await group.findByText('Work ends later than it begins.')).toBeVisible()
    expect(begins).toHaveTextContent('23')
    expect(screen.queryByText(/It is as it was/)).not.toBeInTheDocument()
    begins.focus()
    await user.keyboard('{Home}')
    expect(group.queryByText('Work ends later than it begins.')).not.toBeInTheDocument()
    await user.click(screen.getByRole('heading', { name: 'Settings' }))
    await waitFor(() => expect(fakeGateway.me?.workingHours).toEqual({ from: '00:00', to: '17:00' }))
    expect(changes).toHaveLength(2)
  })
})

describe('the evening', () => {
  it('is saved, and a line is read anew after it', async () => {
    const { user, client } = renderApp('/settings')
    client.setQueryData(['quick-add', 'Read tonight'], { parts: [] })
    await hourOf('Evening begins')
    await user.keyboard('{ArrowUp}{ArrowRight}{PageUp}')
    expect(changes).toEqual([])
    await user.tab()
    await waitFor(() => expect(changes).toEqual([{ evening: '19:15' }]))
    expect(await screen.findByRole('spinbutton', { name: 'minute, Evening begins' })).toHaveTextContent('15')
    await waitFor(() => expect(client.getQueryData(['quick-add', 'Read tonight'])).toBeUndefined())
  })
})

describe('the week', () => {
  it('begins where it is said to, in every calendar and at once', async () => {
    const { user, router } = renderApp('/settings')
    await user.click(await screen.findByRole('button', { name: /Week begins on/ }))
    await user.click(await screen.findByRole('option', { name: 'Sunday' }))
    await waitFor(() => expect(changes).toEqual([{ weekStart: 'sunday' }]))
    const firstDay = () => screen.findAllByRole('columnheader').then(([first]) => first)

    await router.navigate({ to: '/upcoming' })
    await user.click(await screen.findByRole('button', { name: 'Month' }))
    expect(await firstDay()).toHaveTextContent('Sun')
    await router.navigate({ to: '/recurring/new' })
    await user.click(await screen.findByRole('button', { name: /Calendar/ }))
    const dialog = within(await screen.findByRole('dialog'))
    expect(dialog.getAllByRole('columnheader', { hidden: true })[0]).toHaveTextContent('Sun')
  })
})
