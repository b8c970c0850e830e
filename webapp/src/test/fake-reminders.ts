import { http, HttpResponse } from 'msw'
import type { Reminder, Step } from '@/features/reminders/api/types'

let made = 0

export function aReminder(reminder: Partial<Reminder> = {}): Reminder {
  return {
    id: `00000000-0000-7000-8000-00000001${String(++made).padStart(4, '0')}`,
    taskId: '00000000-0000-7000-8000-000000000001',
    at: null,
    before: 'PT15M',
    after: null,
    status: 'scheduled',
    fireAt: '2026-11-27T12:45:00Z',
    handledAt: null,
    version: 1,
    ...reminder,
  }
}

export function aStep(step: Partial<Step> & Pick<Step, 'what'>): Step {
  return { at: '2026-11-27T12:45:00Z', fireAt: null, local: null, zone: null, by: null, attempt: null, result: null, detail: null, ...step }
}

/** The gateway's reminders in memory. */
class FakeReminders {
  all: Reminder[] = []
  story: Step[] = []
  snoozed: { id: string; body: unknown }[] = []

  reset(): void {
    this.all = []
    this.story = []
    this.snoozed = []
  }
}

export const fakeReminders = new FakeReminders()

const url = (path: string) => `*/api/v1/${path}`

export const reminderHandlers = [
  http.get(url('reminders'), ({ request }) => {
    const status = new URL(request.url).searchParams.get('status')
    return HttpResponse.json({ items: fakeReminders.all.filter((one) => one.status === status), nextCursor: null })
  }),
  http.get(url('reminders/:id/history'), () => HttpResponse.json({ items: fakeReminders.story, nextCursor: null })),
  http.post(url('reminders/:id/snooze'), async ({ request, params }) => {
    fakeReminders.snoozed.push({ id: String(params.id), body: await request.json() })
    return HttpResponse.json(fakeReminders.all.find(({ id }) => id === params.id))
  }),
  http.delete(url('reminders/:id'), ({ params }) => {
    fakeReminders.all = fakeReminders.all.filter(({ id }) => id !== params.id)
    return new HttpResponse(null, { status: 204, headers: { 'Change-Id': 'c1' } })
  }),
]
