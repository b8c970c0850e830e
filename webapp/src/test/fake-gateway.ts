import { http, HttpResponse } from 'msw'
import { setupServer } from 'msw/node'
import type { BulkChange } from '@/api/types'
import type { Due, FunctionState, Insight, Me, Notification, Task } from '@/api/types'

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

function aPerson(): Me {
  return {
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
}

/** A gateway in memory: what it holds can be read and set, and each request body that it got is kept. */
class FakeGateway {
  me: Me | null = null
  password = 'correct horse battery'
  tasks: Task[] = []
  notifications: Notification[] = []
  insight: Insight = { functions: [], outbox: { waiting: 0, oldestSeconds: 0 } }
  received: { body: unknown; key: string | null }[] = []
  /** What a change is undone by. */
  undo = new Map<string, () => void>()

  reset(): void {
    this.me = aPerson()
    this.tasks = []
    this.notifications = []
    this.insight = { functions: [aFunction(), aFunction({ name: 'notification' })], outbox: { waiting: 0, oldestSeconds: 0 } }
    this.received = []
    this.undo.clear()
  }

  /** Changes some tasks; the answer's Change-Id takes it back. */
  change(ids: readonly string[], change: (task: Task) => Task | null): Record<string, string> {
    const before = this.tasks
    this.tasks = before.flatMap((task) => (ids.includes(task.id) ? (change(task) ?? []) : task))
    const changeId = id()
    this.undo.set(changeId, () => (this.tasks = before))
    return { 'Change-Id': changeId }
  }

  /** Enough of the grammar for tests: words of the title, `is:open`, `tag:`, `priority:`, `OR`. */
  find(query: string): Task[] {
    const alternatives = query.split(' OR ').map((part) => part.split(/\s+/).filter((word) => word !== ''))
    return this.tasks.filter((task) => alternatives.some((words) => words.every((word) => fulfils(task, word))))
  }

  setStatus(taskId: string, status: Task['status']): Task {
    const task = this.tasks.find((other) => other.id === taskId)
    if (task === undefined) throw new Error(`no task ${taskId}`)
    const changed = { ...task, status, completedAt: status === 'completed' ? at() : null, version: task.version + 1 }
    this.tasks = this.tasks.map((other) => (other.id === taskId ? changed : other))
    return changed
  }
}

/** In Berlin's winter. */
function asInstant({ local, date }: Due): string {
  return new Date(`${local ?? `${date ?? ''}T00:00`}:00+01:00`).toISOString()
}

function fulfils(task: Task, quoted: string): boolean {
  const word = quoted.replaceAll('"', '')
  const [key, value] = word.split(':')
  if (word === 'is:open') return task.status === 'pending' || task.status === 'active'
  if (key === 'tag') return task.tags.includes(value ?? '')
  if (key === 'priority') return task.priority === value
  if (value !== undefined || /[<>]/.test(word)) return true
  return task.title.toLowerCase().includes(word.toLowerCase())
}

/** Understands "tomorrow", "every Friday", "#tag" and "!high", and leaves the rest as the title. */
function understand(line: string) {
  const kinds = [
    ['date', /tomorrow/, () => '2026-11-28'],
    ['recurrence', /every Friday/, () => 'FREQ=WEEKLY;BYDAY=FR'],
    ['tag', /#\w+/, (words: string) => words.slice(1)],
    ['priority', /!high/, () => 'high'],
    ['unclear', /soonish/, () => 'When is soon?'],
  ] as const
  const parts = kinds.flatMap(([kind, pattern, value]) => {
    const match = pattern.exec(line)
    return match === null ? [] : [{ kind, from: match.index, to: match.index + match[0].length, value: value(match[0]) }]
  })
  const title = kinds.reduce((left, [, pattern]) => left.replace(pattern, ''), line).replaceAll(/\s+/g, ' ').trim()
  const has = (kind: string) => parts.find((part) => part.kind === kind)
  const common = { title, tags: has('tag') ? [has('tag')?.value] : [], priority: has('priority') ? 'high' : null }
  return has('recurrence')
    ? { parts, task: null, series: { ...common, start: '2026-11-27T14:00', rule: has('recurrence')?.value }, reminders: [] }
    : { parts, task: { ...common, due: has('date') ? { date: has('date')?.value } : null }, series: null, reminders: [] }
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
  http.get(url('session/ways'), () => HttpResponse.json({ signUp: 'invitation', openId: null, reset: true })),
  http.post(url('session'), async ({ request }) => {
    const { name, password } = (await request.json()) as { name: string; password: string }
    if (password !== fakeGateway.password) return problem(401, { code: 'sign-in-refused', detail: 'Name or password is another.' })
    fakeGateway.me = { ...aPerson(), name }
    return new HttpResponse(null, { status: 204 })
  }),
  http.get(url('me'), () =>
    fakeGateway.me === null ? problem(401, { code: 'signed-out' }) : HttpResponse.json(fakeGateway.me),
  ),
  http.get(url('tasks'), ({ request }) => {
    const query = new URL(request.url).searchParams
    const from = Number(query.get('cursor') ?? 0)
    const to = from + Number(query.get('limit'))
    // Today's search sorts out nothing: its page does that itself.
    const q = query.get('q') ?? ''
    const found = q.includes('completed:today') ? fakeGateway.tasks : fakeGateway.find(q)
    return HttpResponse.json({ items: found.slice(from, to), nextCursor: to < found.length ? String(to) : null })
  }),
  http.get(url('tasks/count'), ({ request }) =>
    HttpResponse.json({ count: fakeGateway.find(new URL(request.url).searchParams.get('q') ?? '').length }),
  ),
  http.post(url('tasks/bulk'), async ({ request }) => {
    const body = (await request.json()) as BulkChange
    fakeGateway.received.push({ body, key: null })
    const ids = body.ids ?? fakeGateway.find(body.q ?? '').map((task) => task.id)
    if (body.expected !== undefined && body.expected !== ids.length) return problem(409, { code: 'count-mismatch' })
    const headers = fakeGateway.change(ids, (task) => {
      if (body.action === 'delete') return null
      if (body.action === 'complete') return { ...task, status: 'completed', completedAt: at(), version: task.version + 1 }
      if (body.action === 'add-tag') return { ...task, tags: [...task.tags, body.tag ?? ''], version: task.version + 1 }
      return { ...task, priority: body.priority ?? task.priority, version: task.version + 1 }
    })
    return HttpResponse.json({ matched: ids.length, changed: ids.length }, { headers })
  }),
  http.patch(url('tasks/:id'), async ({ params, request }) => {
    const body = (await request.json()) as Partial<Task>
    fakeGateway.received.push({ body, key: request.headers.get('If-Match') })
    const due = body.due && { ...body.due, zone: 'Europe/Berlin', at: asInstant(body.due) }
    const headers = fakeGateway.change([String(params.id)], (task) => ({ ...task, ...body, ...(body.due !== undefined && { due: due ?? null }), version: task.version + 1 }))
    return HttpResponse.json(fakeGateway.tasks.find((task) => task.id === params.id), { headers })
  }),
  http.delete(url('tasks/:id'), ({ params }) =>
    new HttpResponse(null, { status: 204, headers: fakeGateway.change([String(params.id)], () => null) }),
  ),
  http.get(url('filters'), () => HttpResponse.json({ items: [] })),
  http.get(url('tags'), () => HttpResponse.json({ items: [...new Set(fakeGateway.tasks.flatMap(({ tags }) => tags))].map((name) => ({ name, count: 1 })) })),
  http.post(url('quick-add/preview'), async ({ request }) => HttpResponse.json(understand(((await request.json()) as { text: string }).text))),
  http.get(url('series'), () => HttpResponse.json({ items: [], nextCursor: null })),
  http.post(url('series'), async ({ request }) => {
    const body = (await request.json()) as object
    fakeGateway.received.push({ body, key: request.headers.get('Idempotency-Key') })
    return HttpResponse.json({ id: id(), summary: 'every Friday at 14:00', ...body }, { status: 201, headers: { 'Change-Id': id() } })
  }),
  http.get(url('reminders'), () => HttpResponse.json({ items: [], nextCursor: null })),
  http.post(url('reminders'), async ({ request }) => {
    fakeGateway.received.push({ body: await request.json(), key: null })
    return HttpResponse.json({ id: id() }, { status: 201 })
  }),
  http.post(url('changes/:id/undo'), ({ params }) => {
    fakeGateway.undo.get(String(params.id))?.()
    return HttpResponse.json({})
  }),
  http.get(url('tasks/:id'), ({ params }) => {
    const task = fakeGateway.tasks.find(({ id }) => id === params.id)
    return task === undefined ? problem(404, { code: 'not-found' }) : HttpResponse.json(task)
  }),
  http.post(url('tasks'), async ({ request }) => {
    const body = (await request.json()) as Pick<Task, 'title' | 'tags'>
    fakeGateway.received.push({ body, key: request.headers.get('Idempotency-Key') })
    const task = aTask({ title: body.title, tags: body.tags, createdAt: at(), updatedAt: at() })
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
