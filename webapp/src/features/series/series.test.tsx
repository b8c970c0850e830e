import { screen, waitFor, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { http } from 'msw'
import { beforeEach, describe, expect, it, vi } from 'vitest'
import { problem, server } from '@/test/fake-gateway'
import { anOccurrence, aSeries, fakeSeries, seriesHandlers } from '@/test/fake-series'
import { renderApp } from '@/test/render-app'

// A Saturday.
const NOW = '2026-11-21T10:00:00Z'

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['Date'], now: Date.parse(NOW) })
  localStorage.clear()
  fakeSeries.reset()
  server.use(...seriesHandlers)
})

/** As somebody who pastes: a key each would be slow here, and nothing depends on it. */
const write = async (field: HTMLElement, words: string) => {
  field.focus()
  await userEvent.paste(words)
}

describe('the list', () => {
  it('says what repeats, how, and when it comes next; what rests and what has ended stand below', async () => {
    fakeSeries.all = [
      aSeries({ id: 'b', title: 'Pay the rent', nextAt: '2026-11-30T08:00:00Z', summary: 'monthly on the last working day' }),
      aSeries({ id: 'a', title: 'Water the plants' }),
      aSeries({ id: 'c', title: 'Swim', status: 'paused', nextAt: null }),
      aSeries({ id: 'd', title: 'Old habit', status: 'completed', nextAt: null }),
    ]
    renderApp('/recurring')
    const coming = within(await screen.findByRole('region', { name: 'Coming' }))
    expect(coming.getAllByRole('link').map((link) => link.textContent)).toEqual(['Water the plants', 'Pay the rent'])
    expect(coming.getByText('Fri 14:00')).toBeVisible()
    expect(coming.getByText('monthly on the last working day')).toBeVisible()
    expect(within(screen.getByRole('region', { name: 'Paused' })).getByText('Swim')).toBeVisible()
    expect(screen.getByText('Ended: 1')).toBeVisible()
  })

  it('says what it is for when there is nothing, and leads to the first', async () => {
    const { user } = renderApp('/recurring')
    await user.click(await screen.findByRole('link', { name: 'Make the first' }))
    expect(await screen.findByRole('textbox', { name: 'Title' })).toHaveFocus()
  })

  it('offers another try when it cannot be read', async () => {
    server.use(http.get('*/api/v1/series', () => problem(503)))
    renderApp('/recurring')
    expect(await screen.findByText('Your recurring tasks could not be loaded.')).toBeVisible()
    expect(screen.getByRole('button', { name: 'Try again' })).toBeVisible()
  })

  it('pauses at once, and takes it back with the reason when that is refused', async () => {
    fakeSeries.all = [aSeries()]
    let answer: () => void = () => undefined
    server.use(
      http.post('*/api/v1/series/:id/pause', async () => {
        await new Promise<void>((resolve) => (answer = resolve))
        return problem(409, { code: 'wrong-state', detail: 'A series that is over cannot be paused.' })
      }),
    )
    const { user } = renderApp('/recurring')
    await user.click(await screen.findByRole('button', { name: 'Actions for “Water the plants”' }))
    await user.click(await screen.findByRole('menuitem', { name: 'Pause' }))
    expect(await screen.findByRole('region', { name: 'Paused' })).toBeVisible()
    answer()
    expect(await screen.findByText(/is as it was. A series that is over cannot be paused./)).toBeVisible()
    expect(await screen.findByRole('region', { name: 'Coming' })).toBeVisible()
  })
})

describe('the panel of a series', () => {
  it('shows what is to come and what became of what was, and skips one', async () => {
    fakeSeries.all = [aSeries()]
    fakeSeries.occurrences = [anOccurrence('2026-11-27T13:00'), anOccurrence('2026-12-04T13:00')]
    const { user } = renderApp(`/recurring?series=${aSeries().id}`)
    const panel = within(await screen.findByRole('complementary', { name: 'Recurring task' }))
    await user.click(await panel.findByRole('button', { name: 'Skip Fri 27 Nov 2026 14:00' }))
    await waitFor(() => expect(panel.queryByRole('button', { name: /27 Nov/ })).not.toBeInTheDocument())
    expect(panel.getByText(/4 Dec 2026/)).toBeVisible()
    expect(await screen.findByText('Skipped Fri 27 Nov 2026 14:00 of “Water the plants”.')).toBeVisible()
    expect(fakeSeries.writes).toEqual([{ what: 'skip 2026-11-27T13:00', body: null, match: null }])
  })
})

describe('the rule builder', () => {
  const open = async () => {
    const { user } = renderApp('/recurring/new')
    await screen.findByRole('textbox', { name: 'Title' })
    const choose = async (field: RegExp | string, choice: RegExp | string) => {
      await user.click(screen.getByRole('button', { name: field }))
      await user.click(await screen.findByRole('option', { name: choice }))
    }
    const lastAsked = () => fakeSeries.asked.at(-1)
    return { user, choose, lastAsked }
  }

  it('makes a series of every other Friday, and shows what it comes to meanwhile', async () => {
    const { user, lastAsked } = await open()
    await write(screen.getByRole('textbox', { name: 'Title' }), 'Water the plants')
    await user.click(screen.getByRole('button', { name: 'Every other week' }))
    await user.click(screen.getByRole('button', { name: 'Friday' }))
    await user.click(screen.getByRole('button', { name: 'Sunday' }))
    await waitFor(() => expect(lastAsked()).toMatchObject({ start: '2026-11-22T09:00', rule: 'FREQ=WEEKLY;INTERVAL=2;BYDAY=FR', count: 10 }))
    const preview = within(screen.getByRole('region', { name: 'What it comes to' }))
    expect(await preview.findByText('every Friday at 14:00, Berlin time')).toBeVisible()
    expect(preview.getAllByRole('listitem')).toHaveLength(2)

    await user.click(screen.getByRole('button', { name: 'Create' }))
    expect(await screen.findByText(/“Water the plants” comes/)).toBeVisible()
    expect(screen.getByRole('button', { name: 'Undo' })).toBeVisible()
    expect(fakeSeries.writes).toHaveLength(1)
    expect(fakeSeries.writes[0]?.body).toMatchObject({
      title: 'Water the plants',
      start: '2026-11-22T09:00',
      zone: null,
      rule: 'FREQ=WEEKLY;INTERVAL=2;BYDAY=FR',
      ifPending: 'skip',
      onMissed: 'latest',
    })
    expect(await screen.findByRole('heading', { name: 'Recurring' })).toBeVisible()
  })

  it('says the nth weekday, the last working day and an end', async () => {
    const { user, choose, lastAsked } = await open()
    await user.click(screen.getByRole('button', { name: 'Last working day' }))
    await waitFor(() => expect(lastAsked()?.rule).toBe('FREQ=MONTHLY;BYDAY=MO,TU,WE,TH,FR;BYSETPOS=-1'))
    await choose(/Which one/, 'the second')
    await choose(/Day of the week/, 'Tuesday')
    await waitFor(() => expect(lastAsked()?.rule).toBe('FREQ=MONTHLY;BYDAY=2TU'))
    await choose(/Ends/, 'after a number of times')
    await waitFor(() => expect(lastAsked()?.rule).toBe('FREQ=MONTHLY;BYDAY=2TU;COUNT=10'))
    await choose(/Ends/, 'with a day')
    await waitFor(() => expect(lastAsked()?.rule).toBe('FREQ=MONTHLY;BYDAY=2TU;UNTIL=20270222'))
  })

  it('asks what becomes of a day that a month lacks, only when there may be one', async () => {
    const { user, choose, lastAsked } = await open()
    await user.click(screen.getByRole('button', { name: 'Every month' }))
    expect(screen.queryByRole('button', { name: /In a month that lacks/ })).not.toBeInTheDocument()
    await choose(/On/, 'days of the month')
    await user.click(screen.getByRole('button', { name: '31' }))
    await user.click(screen.getByRole('button', { name: '22' }))
    await choose(/In a month that lacks/, 'take the last day of the month')
    await waitFor(() => expect(lastAsked()?.rule).toBe('FREQ=MONTHLY;BYMONTHDAY=31;SKIP=BACKWARD'))
    await user.click(screen.getByRole('button', { name: 'the last day of the month' }))
    await user.click(screen.getByRole('button', { name: '31' }))
    await waitFor(() => expect(lastAsked()?.rule).toBe('FREQ=MONTHLY;BYMONTHDAY=-1;SKIP=BACKWARD'))
  })

  it('names the month with the days of a year', async () => {
    const { user, choose, lastAsked } = await open()
    await user.click(screen.getByRole('button', { name: 'Every year' }))
    await choose(/On/, 'a day of the week')
    await waitFor(() => expect(lastAsked()?.rule).toBe('FREQ=YEARLY;BYMONTH=11;BYDAY=4SU'))
  })

  it('marks what the clocks move, with one sentence', async () => {
    fakeSeries.preview = {
      occurrences: [
        { local: '2027-03-28T02:30', at: '2027-03-28T01:30:00Z', zoneShift: 'gap' },
        { local: '2026-10-25T02:30', at: '2026-10-25T00:30:00Z', zoneShift: 'overlap' },
      ],
      summary: 'every day at 02:30, Berlin time',
      truncated: false,
    }
    await open()
    expect(await screen.findByText('The clocks in Berlin go forward: 02:30 does not exist that day, so it comes at 03:30.')).toBeVisible()
    expect(screen.getByText('The clocks in Berlin go back: 02:30 comes twice that day, and the first counts.')).toBeVisible()
    expect(screen.getByText('Those are all of them.')).toBeVisible()
  })

  it('takes the rule itself, and says what is wrong with it', async () => {
    server.use(
      http.post('*/api/v1/recurrence/preview', async ({ request }) => {
        const { rule } = (await request.json()) as { rule: string | null }
        return rule?.includes('BYHOUR=25') === true
          ? problem(400, { code: 'invalid-byhour', errors: [{ field: 'rule', code: 'invalid-byhour', message: 'BYHOUR is 0 to 23.' }] })
          : new Response(JSON.stringify(fakeSeries.preview), { headers: { 'Content-Type': 'application/json' } })
      }),
    )
    const { user } = await open()
    await user.click(screen.getByRole('button', { name: 'Write the rule itself' }))
    const field = screen.getByRole('textbox', { name: 'Rule (RFC 5545)' })
    await user.clear(field)
    await write(field, 'FREQ=DAILY;BYHOUR=25')
    expect(await screen.findByText('BYHOUR is 0 to 23.')).toBeVisible()
    expect(screen.getByText('This rule says more than the builder can show.')).toBeVisible()
    expect(screen.getByRole('button', { name: 'Back to the builder' })).toBeDisabled()
    await user.clear(field)
    await write(field, 'FREQ=DAILY')
    await user.click(screen.getByRole('button', { name: 'Back to the builder' }))
    expect(screen.getByRole('button', { name: 'Every day' })).toHaveAttribute('aria-pressed', 'true')
  })

  it('needs a title, and says so where it belongs', async () => {
    const { user } = await open()
    await user.click(screen.getByRole('button', { name: 'Create' }))
    expect(screen.getByText('A title is needed to know it again.')).toBeVisible()
    expect(fakeSeries.writes).toEqual([])
  })

  it('keeps what was written through a reload', async () => {
    await open()
    await write(screen.getByRole('textbox', { name: 'Title' }), 'Call mother')
    document.body.innerHTML = ''
    renderApp('/recurring/new')
    expect(await screen.findByRole('textbox', { name: 'Title' })).toHaveValue('Call mother')
  })
})

describe('editing', () => {
  const path = (from?: string) => `/recurring/${aSeries().id}${from === undefined ? '' : `?from=${encodeURIComponent(from)}`}`

  it('sends what was changed and nothing else, for what was seen', async () => {
    fakeSeries.all = [aSeries()]
    const { user } = renderApp(path())
    const title = await screen.findByRole('textbox', { name: 'Title' })
    await user.clear(title)
    await write(title, 'Feed the cat')
    await user.click(screen.getByRole('button', { name: 'Save' }))
    expect(await screen.findByText(/“Feed the cat” now comes/)).toBeVisible()
    expect(fakeSeries.writes).toEqual([{ what: 'edit', body: { title: 'Feed the cat' }, match: '"3"' }])
  })

  it('asks which are meant when it begins at an occurrence', async () => {
    fakeSeries.all = [aSeries()]
    const { user } = renderApp(path('2026-12-04T14:00'))
    const title = await screen.findByRole('textbox', { name: 'Title' })
    await write(title, '!')
    await user.click(screen.getByRole('button', { name: 'Save' }))
    const dialog = within(await screen.findByRole('dialog', { name: 'Change “Water the plants”' }))
    expect(dialog.getByRole('radio', { name: /Only Fri 4 Dec/ })).toBeChecked()
    await user.click(dialog.getByRole('radio', { name: /Fri 4 Dec and what follows/ }))
    await user.click(dialog.getByRole('button', { name: 'Save' }))
    await waitFor(() =>
      expect(fakeSeries.writes).toEqual([
        { what: 'edit following 2026-12-04T14:00', body: { title: 'Water the plants!' }, match: '"3"' },
      ]),
    )
  })

  it('does not offer to change the rule of one alone', async () => {
    fakeSeries.all = [aSeries()]
    const { user } = renderApp(path('2026-12-04T14:00'))
    await user.click(await screen.findByRole('button', { name: 'Every day' }))
    await user.click(screen.getByRole('button', { name: 'Save' }))
    expect(await screen.findByRole('radio', { name: /Only Fri 4 Dec/ })).toBeDisabled()
    expect(screen.getByRole('radio', { name: /and what follows/ })).toBeChecked()
  })

  it('keeps what was written when somebody else was faster, and offers both ways', async () => {
    fakeSeries.all = [aSeries()]
    const { user } = renderApp(path())
    await write(await screen.findByRole('textbox', { name: 'Title' }), '!')
    server.use(http.patch('*/api/v1/series/:id', () => problem(412, { code: 'precondition-failed' }), { once: true }))
    fakeSeries.change(aSeries().id, { summary: 'every Monday at 08:00, Berlin time' })
    await user.click(screen.getByRole('button', { name: 'Save' }))
    expect(await screen.findByText('This was changed elsewhere.')).toBeVisible()
    expect(await screen.findByText(/It now comes every Monday at 08:00/)).toBeVisible()
    expect(screen.getByRole('textbox', { name: 'Title' })).toHaveValue('Water the plants!')
    await user.click(screen.getByRole('button', { name: 'Save mine all the same' }))
    await waitFor(() => expect(fakeSeries.writes).toEqual([{ what: 'edit', body: { title: 'Water the plants!' }, match: '"4"' }]))
  })
})
