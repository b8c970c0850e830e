import { screen, waitFor, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { http, HttpResponse } from 'msw'
import { beforeEach, describe, expect, it, vi } from 'vitest'
import { fakeGateway, problem, server } from '@/test/fake-gateway'
import { renderApp } from '@/test/render-app'
import type { Channel, Delivery, Feed, ImportReport } from './api/types'

const url = (path: string) => `*/api/v1/${path}`
const list = (items: unknown[]) => HttpResponse.json({ items, nextCursor: null })

function aChannel(channel: Partial<Channel> = {}): Channel {
  return {
    id: '00000000-0000-7000-8000-0000000000c1',
    kind: 'email',
    name: 'email',
    target: 'ada@example.org',
    enabled: true,
    status: 'unproved',
    secret: null,
    lastError: null,
    lastSentAt: null,
    createdAt: '2026-01-05T09:00:00Z',
    updatedAt: '2026-01-05T09:00:00Z',
    version: 1,
    ...channel,
  }
}

let channels: Channel[] = []
let deliveries: Delivery[] = []
let feeds: Feed[] = []
let bodies: unknown[] = []

beforeEach(() => {
  channels = []
  deliveries = []
  feeds = []
  bodies = []
  server.use(
    http.patch(url('me'), async ({ request }) => {
      const body = (await request.json()) as { zone?: string; name?: string }
      bodies.push(body)
      if (fakeGateway.me !== null) fakeGateway.me = { ...fakeGateway.me, ...body }
      return HttpResponse.json(fakeGateway.me)
    }),
    http.get(url('channels/kinds'), () => HttpResponse.json({ kinds: ['email', 'webhook', 'push'], pushKey: 'key' })),
    http.get(url('channels'), () => list(channels)),
    http.post(url('channels'), async ({ request }) => {
      const body = (await request.json()) as Partial<Channel>
      bodies.push(body)
      const made = aChannel({ ...body, name: body.name ?? 'webhook' })
      channels = [made]
      return HttpResponse.json({ ...made, secret: 'whsec_once' }, { status: 201 })
    }),
    http.get(url('channels/:id/deliveries'), () => list(deliveries)),
    http.get(url('feeds'), () => list(feeds)),
    http.post(url('feeds'), () => {
      const feed = { id: 'f1', name: 'Calendar', path: null, createdAt: new Date().toISOString(), lastReadAt: null }
      feeds = [feed]
      return HttpResponse.json({ ...feed, path: '/api/v1/feeds/secret/calendar.ics' }, { status: 201 })
    }),
    http.delete(url('feeds/:id'), () => {
      feeds = []
      return new HttpResponse(null, { status: 204 })
    }),
    http.get(url('me/sessions'), () => problem(404)),
    http.get(url('me/tokens'), () => problem(404)),
  )
})

const region = async (name: string) => within(await screen.findByRole('region', { name }))

const write = async (field: HTMLElement, words: string) => {
  field.focus()
  await userEvent.paste(words)
}

describe('channels', () => {
  it('are added; a webhook tells its secret once', async () => {
    const { user } = renderApp('/settings')
    const section = await region('Where reminders go')
    await user.click(await section.findByRole('button', { name: 'Add' }))
    await user.click(await screen.findByRole('menuitem', { name: 'Webhook' }))
    const dialog = within(await screen.findByRole('dialog', { name: 'Call a webhook' }))
    await write(dialog.getByRole('textbox', { name: 'URL' }), 'https://example.org/hook')
    await user.click(dialog.getByRole('button', { name: 'Add' }))
    expect(await section.findByRole('textbox', { name: /with this secret/ })).toHaveValue('whsec_once')
    expect(bodies).toEqual([{ kind: 'webhook', target: 'https://example.org/hook', name: null }])
    await user.click(section.getByRole('button', { name: 'Done' }))
    expect(section.queryByRole('textbox', { name: /with this secret/ })).not.toBeInTheDocument()
    expect(section.getByText('https://example.org/hook')).toBeVisible()
  })

  it('say what is wrong with an address', async () => {
    server.use(
      http.post(url('channels'), () =>
        problem(400, { code: 'invalid-value', errors: [{ field: 'target', code: 'invalid-value', message: 'This is no address.' }] }),
      ),
    )
    const { user } = renderApp('/settings')
    await user.click(await (await region('Where reminders go')).findByRole('button', { name: 'Add' }))
    await user.click(await screen.findByRole('menuitem', { name: 'E-mail' }))
    const dialog = within(await screen.findByRole('dialog'))
    await write(dialog.getByRole('textbox', { name: 'Address' }), 'nobody')
    await user.click(dialog.getByRole('button', { name: 'Add' }))
    expect(await dialog.findByText('This is no address.')).toBeVisible()
  })

  it('are tried, and tell what became of it', async () => {
    channels = [aChannel({ status: 'failing', lastError: 'connection refused' })]
    const delivery: Delivery = {
      id: 'd1',
      channelId: 'c1',
      notificationId: null,
      status: 'pending',
      attempts: 0,
      error: null,
      createdAt: '2026-01-05T09:00:00Z',
      handledAt: null,
    }
    const before: Delivery = { ...delivery, id: 'd0', status: 'sent', attempts: 1 }
    deliveries = [before]
    server.use(
      http.post(url('channels/:id/test'), () => {
        deliveries = [delivery, before]
        return HttpResponse.json(delivery)
      }),
    )
    const { user } = renderApp('/settings')
    expect(await screen.findByText('The last one did not arrive: connection refused')).toBeVisible()
    await user.click(screen.getByRole('button', { name: 'Send a test' }))
    expect(await screen.findByText('On its way')).toBeVisible()
    deliveries = [{ ...delivery, status: 'sent', attempts: 1, handledAt: '2026-01-05T09:00:01Z' }, before]
    channels = [aChannel({ status: 'working' })]
    expect(await screen.findByText('It arrived.')).toBeVisible()
    expect(await screen.findByText('works')).toBeVisible()
  })

  it('that nobody has confirmed take the code that was sent there', async () => {
    channels = [aChannel({ status: 'unconfirmed' })]
    server.use(
      http.post(url('channels/:id/confirm'), async ({ request }) => {
        bodies.push(await request.json())
        channels = [aChannel()]
        return HttpResponse.json(channels[0])
      }),
    )
    const { user } = renderApp('/settings')
    await write(await screen.findByRole('textbox', { name: 'The code that was sent to ada@example.org' }), '123456')
    await user.click(screen.getByRole('button', { name: 'Confirm' }))
    expect(await screen.findByText('not tried yet')).toBeVisible()
    expect(bodies).toEqual([{ code: '123456' }])
  })
})

describe('feeds', () => {
  it('tell their address once, and are revoked', async () => {
    const { user } = renderApp('/settings')
    const section = await region('Feeds for other calendars')
    await user.click(section.getByRole('button', { name: 'New feed' }))
    expect(await section.findByRole('textbox')).toHaveValue('http://localhost:3000/api/v1/feeds/secret/calendar.ics')
    await user.click(await section.findByRole('button', { name: 'Revoke' }))
    expect(await section.findByText('No calendar reads along.')).toBeVisible()
  })
})

describe('import', () => {
  const report: ImportReport = {
    dryRun: true,
    tasks: 3,
    series: 1,
    occurrences: 0,
    reminders: 2,
    unchanged: 1,
    leftOut: 0,
    losses: [{ item: 'Dentist', uid: 'u1', property: 'GEO', value: '48.1;11.5', kept: 'nothing' }],
    lossesInAll: 1,
  }

  it('shows what would come of a file before anything is written, and can be undone', async () => {
    const runs: (string | null)[] = []
    server.use(
      http.post(url('import'), ({ request }) => {
        const dryRun = new URL(request.url).searchParams.get('dryRun')
        runs.push(dryRun)
        return HttpResponse.json({ ...report, dryRun: dryRun === 'true' }, { headers: dryRun === 'true' ? {} : { 'Change-Id': 'brought' } })
      }),
    )
    const { user } = renderApp('/settings')
    await user.upload(await screen.findByLabelText('Choose a file'), new File(['BEGIN:VCALENDAR'], 'old.ics', { type: 'text/calendar' }))
    expect(await screen.findByText('It would make 3 tasks, 1 series and 2 reminders.')).toBeVisible()
    expect(within(screen.getByRole('region', { name: 'What is not kept as it was' })).getByText('GEO', { exact: false })).toBeVisible()
    expect(runs).toEqual(['true'])
    await user.click(screen.getByRole('button', { name: 'Bring all 4' }))
    expect(await screen.findByText('Made 3 tasks, 1 series and 2 reminders.')).toBeVisible()
    expect(runs).toEqual(['true', 'false'])

    const undone = vi.fn()
    fakeGateway.undo.set('brought', undone)
    await user.click(screen.getByRole('button', { name: 'Undo' }))
    expect(await screen.findByText(/^A calendar file/)).toBeVisible()
    expect(undone).toHaveBeenCalledOnce()
  })

  it('takes the export of everything too, which is offered', async () => {
    const types: (string | null)[] = []
    server.use(
      http.post(url('import'), ({ request }) => {
        types.push(request.headers.get('Content-Type'))
        return HttpResponse.json(report)
      }),
    )
    const { user } = renderApp('/settings')
    await user.upload(await screen.findByLabelText('Choose a file'), new File(['{}'], 'punctual.json', { type: 'application/json' }))
    await screen.findByText('It would make 3 tasks, 1 series and 2 reminders.')
    expect(types).toEqual(['application/json'])
    expect(screen.getByRole('link', { name: 'Export all' })).toHaveAttribute('href', '/api/v1/export.json')
  })

  it('says why a file cannot be read', async () => {
    server.use(http.post(url('import'), () => problem(400, { code: 'invalid-value', detail: 'This is no calendar file.' })))
    const { user } = renderApp('/settings')
    await user.upload(await screen.findByLabelText('Choose a file'), new File(['x'], 'x.ics', { type: 'text/calendar' }))
    expect(await screen.findByText('This is no calendar file.')).toBeVisible()
  })
})

describe('access', () => {
  it('makes a token that is shown once, and signs another browser out', async () => {
    const other = { id: 's2', userAgent: 'Firefox/140.0 Linux', createdAt: '2026-01-05T09:00:00Z', lastUsedAt: '2026-01-05T09:00:00Z', expiresAt: '2027-01-05T09:00:00Z', current: false }
    let sessions = [{ ...other, id: 's1', userAgent: 'Chrome/140.0 Windows', current: true }, other]
    server.use(
      http.get(url('me/sessions'), () => list(sessions)),
      http.delete(url('me/sessions/:id'), ({ params }) => {
        sessions = sessions.filter(({ id }) => id !== params.id)
        return new HttpResponse(null, { status: 204 })
      }),
      http.get(url('me/tokens'), () => list([])),
      http.post(url('me/tokens'), async ({ request }) => {
        const body = (await request.json()) as object
        bodies.push(body)
        return HttpResponse.json({ id: 't1', secret: 'pat_once', createdAt: '2026-01-05T09:00:00Z', lastUsedAt: null, ...body }, { status: 201 })
      }),
    )
    const { user } = renderApp('/settings')
    await write(await screen.findByRole('textbox', { name: 'What it is for' }), 'backup script')
    await user.click(screen.getByRole('button', { name: 'Make a token' }))
    expect(await screen.findByRole('textbox', { name: /This is the token/ })).toHaveValue('pat_once')
    expect(bodies).toEqual([{ name: 'backup script', scope: 'read' }])
    await user.click(await screen.findByRole('button', { name: 'Sign out Firefox · Linux' }))
    await waitFor(() => expect(screen.queryByText('Firefox · Linux')).not.toBeInTheDocument())
    expect(screen.getByText('This browser')).toBeVisible()
  })
})

describe('leaving', () => {
  it('deletes the account once its name is written, and nothing of it stays on this device', async () => {
    server.use(
      http.delete(url('me'), async ({ request }) => {
        bodies.push(await request.json())
        fakeGateway.me = null
        return new HttpResponse(null, { status: 204 })
      }),
    )
    localStorage.setItem('punctual.draft.quick-add', '"a secret"')
    const { user } = renderApp('/settings')
    await user.click(await screen.findByRole('button', { name: 'Delete the account' }))
    const dialog = within(await screen.findByRole('alertdialog'))
    const act = dialog.getByRole('button', { name: 'Delete everything' })
    expect(act).toBeDisabled()
    await user.type(dialog.getByRole('textbox', { name: 'To go on, write Ada' }), 'Ad')
    expect(act).toBeDisabled()
    await user.type(dialog.getByRole('textbox', { name: 'To go on, write Ada' }), 'a')
    await user.click(act)
    expect(await screen.findByRole('heading', { name: 'Sign in' })).toBeVisible()
    expect(bodies).toEqual([{ current: null }])
    expect(localStorage.getItem('punctual.draft.quick-add')).toBeNull()
  })
})

describe('another way in', () => {
  it('is offered where there is one', async () => {
    server.use(http.get(url('session/ways'), () => HttpResponse.json({ signUp: 'closed', openId: 'Example', reset: false })))
    renderApp('/settings')
    expect(await screen.findByRole('link', { name: 'Connect' })).toHaveAttribute('href', '/api/v1/session/openid/link')
  })
})
