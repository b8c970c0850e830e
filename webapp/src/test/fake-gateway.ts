import { http, HttpResponse } from 'msw'
import { setupServer } from 'msw/node'
import type { FunctionState, Insight, Me, Notification, Task } from '@/api/types'

let made = 0
const id = () => `00000000-0000-7000-8000-${String(++made).padStart(12, '0')}`
const at = () => new Date().toISOString()

export function aTask(task: Partial<Task> = {}): Task {
  return {
    id: id(),
    title: 'Water the plants',
    notes: '',
    status: 'pending',
    priority: 'medium',
    tags: [],
    due: null,
    seriesId: null,
    occurrence: null,
    createdAt: '2026-01-05T09:00:00Z',
    updatedAt: '2026-01-05T09:00:00Z',
    completedAt: null,
    version: 1,
    ...task,
  }
}

export function aNotification(notification: Partial<Notification> = {}): Notification {
  return {
    id: id(),
    kind: 'reminder',
    title: 'Water the plants',
    detail: null,
    taskId: id(),
    reminderId: id(),
    status: 'unread',
    createdAt: at(),
    readAt: null,
    ...notification,
  }
}

export function aFunction(state: Partial<FunctionState> = {}): FunctionState {
  return {
    name: 'recurring',
    running: 0,
    lag: 0,
    lastStartedAt: null,
    lastStoppedAt: null,
    coldStart: null,
    handled: 0,
    deadLetters: 0,
    ...state,
  }
}

/** A gateway in memory: what it holds can be read and set, and each request body that it got is kept. */
class FakeGateway {
  me: Me | null = null
  tasks: Task[] = []
  notifications: Notification[] = []
  insight: Insight = { functions: [], outbox: { waiting: 0, oldestSeconds: 0 } }
  received: { body: unknown; key: string | null }[] = []

  reset(): void {
    this.me = {
      id: 'ada',
      name: 'Ada',
      email: null,
      administrator: true,
      hasPassword: false,
      zone: 'Europe/Berlin',
      locale: 'en',
      weekStart: 'monday',
      workingHours: { from: '09:00', to: '17:00' },
      evening: '18:00',
    }
    this.tasks = []
    this.notifications = []
    this.insight = { functions: [aFunction(), aFunction({ name: 'notification' })], outbox: { waiting: 0, oldestSeconds: 0 } }
    this.received = []
  }

  setStatus(taskId: string, status: Task['status']): Task {
    const task = this.tasks.find((other) => other.id === taskId)
    if (task === undefined) throw new Error(`no task ${taskId}`)
    const changed = { ...task, status, completedAt: status === 'completed' ? at() : null, version: task.version + 1 }
    this.tasks = this.tasks.map((other) => (other.id === taskId ? changed : other))
    return changed
  }
}

export const fakeGateway = new FakeGateway()

export function problem(status: number, body: Record<string, unknown> = {}): HttpResponse<string> {
  return new HttpResponse(JSON.stringify({ type: 'about:blank', title: 'Refused', status, ...body }), {
    status,
    headers: { 'Content-Type': 'application/problem+json' },
  })
}

const url = (path: string) => `*/api/v1/${path}`

export const server = setupServer(
  http.get(url('me'), () =>
    fakeGateway.me === null ? problem(401, { code: 'signed-out' }) : HttpResponse.json(fakeGateway.me),
  ),
  http.get(url('tasks'), ({ request }) => {
    const query = new URL(request.url).searchParams
    const from = Number(query.get('cursor') ?? 0)
    const to = from + Number(query.get('limit'))
    return HttpResponse.json({
      items: fakeGateway.tasks.slice(from, to),
      nextCursor: to < fakeGateway.tasks.length ? String(to) : null,
    })
  }),
  http.post(url('tasks'), async ({ request }) => {
    const body = (await request.json()) as Pick<Task, 'title'>
    fakeGateway.received.push({ body, key: request.headers.get('Idempotency-Key') })
    const task = aTask({ title: body.title, createdAt: at(), updatedAt: at() })
    fakeGateway.tasks = [task, ...fakeGateway.tasks]
    return HttpResponse.json(task, { status: 201 })
  }),
  http.post(url('tasks/:id/complete'), ({ params }) =>
    HttpResponse.json(fakeGateway.setStatus(String(params.id), 'completed')),
  ),
  http.post(url('tasks/:id/reopen'), ({ params }) => HttpResponse.json(fakeGateway.setStatus(String(params.id), 'pending'))),
  http.get(url('notifications'), () => HttpResponse.json({ items: fakeGateway.notifications, nextCursor: null })),
  http.post(url('notifications/:id/read'), ({ params }) => {
    fakeGateway.notifications = fakeGateway.notifications.map((other) =>
      other.id === params.id ? { ...other, status: 'read', readAt: at() } : other,
    )
    return HttpResponse.json(fakeGateway.notifications.find((other) => other.id === params.id))
  }),
  http.get(url('insight'), () => HttpResponse.json(fakeGateway.insight)),
)
