import { http, HttpResponse } from 'msw'
import type { Occurrence, Preview, PreviewQuestion, Series } from '@/features/series/api/types'
import { problem } from './fake-gateway'

export function aSeries(series: Partial<Series> = {}): Series {
  return {
    id: '00000000-0000-7000-8000-0000000000aa',
    title: 'Water the plants',
    notes: '',
    tags: [],
    priority: 'medium',
    start: '2026-11-27T14:00',
    zone: null,
    rule: 'FREQ=WEEKLY;BYDAY=FR',
    exdates: [],
    rdates: [],
    lead: null,
    repeat: 'schedule',
    ifPending: 'skip',
    onMissed: 'latest',
    reminders: [],
    status: 'active',
    nextAt: '2026-11-27T13:00:00Z',
    summary: 'every Friday at 14:00, Berlin time',
    createdAt: '2026-01-05T09:00:00Z',
    updatedAt: '2026-01-05T09:00:00Z',
    version: 3,
    ...series,
  }
}

export function anOccurrence(local: string, more: Partial<Occurrence> = {}): Occurrence {
  return { local, at: `${local}:00Z`, zoneShift: 'none', task: null, ...more }
}

interface Write {
  what: string
  body: unknown
  match: string | null
}

/** The gateway's series in memory, and each write that it got. */
class FakeSeries {
  all: Series[] = []
  occurrences: Occurrence[] = []
  preview: Preview = { occurrences: [], summary: 'every Friday at 14:00, Berlin time', truncated: true }
  /** The rules that previews were asked for, in their order. */
  asked: PreviewQuestion[] = []
  writes: Write[] = []

  reset(): void {
    this.all = []
    this.occurrences = []
    this.preview = { ...this.preview, occurrences: [anOccurrence('2026-11-27T14:00'), anOccurrence('2026-12-04T14:00')] }
    this.asked = []
    this.writes = []
  }

  find(id: unknown): Series | undefined {
    return this.all.find((series) => series.id === id)
  }

  change(id: unknown, change: Partial<Series>): Response {
    const found = this.find(id)
    if (found === undefined) return problem(404, { code: 'not-found' })
    const changed = { ...found, ...change, version: found.version + 1 }
    this.all = this.all.map((series) => (series.id === id ? changed : series))
    return HttpResponse.json(changed, { headers: { 'Change-Id': 'c1' } })
  }

  async note(what: string, request: Request): Promise<unknown> {
    const text = await request.text()
    const body = text === '' ? null : (JSON.parse(text) as unknown)
    this.writes.push({ what, body, match: request.headers.get('If-Match') })
    return body
  }
}

export const fakeSeries = new FakeSeries()

const url = (path: string) => `*/api/v1/${path}`

export const seriesHandlers = [
  http.get(url('series'), () => HttpResponse.json({ items: fakeSeries.all, nextCursor: null })),
  http.get(url('series/:id'), ({ params }) => HttpResponse.json(fakeSeries.find(params.id))),
  http.get(url('series/:id/occurrences'), ({ request }) => {
    const query = new URL(request.url).searchParams
    const within = ({ at }: Occurrence) =>
      Date.parse(at) >= Date.parse(query.get('from') ?? '') && Date.parse(at) < Date.parse(query.get('to') ?? '')
    return HttpResponse.json({ items: fakeSeries.occurrences.filter(within), nextCursor: null })
  }),
  http.post(url('recurrence/preview'), async ({ request }) => {
    fakeSeries.asked.push((await request.json()) as PreviewQuestion)
    return HttpResponse.json(fakeSeries.preview)
  }),
  http.post(url('series'), async ({ request }) => {
    const body = (await fakeSeries.note('create', request)) as Partial<Series>
    const made = aSeries({ ...body, id: '00000000-0000-7000-8000-0000000000bb' })
    fakeSeries.all = [made, ...fakeSeries.all]
    return HttpResponse.json(made, { status: 201, headers: { 'Change-Id': 'c1' } })
  }),
  http.patch(url('series/:id'), async ({ request, params }) =>
    fakeSeries.change(params.id, (await fakeSeries.note('edit', request)) as Partial<Series>),
  ),
  http.patch(url('series/:id/occurrences/:local'), async ({ request, params }) => {
    const scope = new URL(request.url).searchParams.get('scope') ?? ''
    await fakeSeries.note(`edit ${scope} ${String(params.local)}`, request)
    return HttpResponse.json({ series: fakeSeries.find(params.id), task: null })
  }),
  http.delete(url('series/:id/occurrences/:local'), async ({ request, params }) => {
    await fakeSeries.note(`skip ${String(params.local)}`, request)
    fakeSeries.occurrences = fakeSeries.occurrences.filter(({ local }) => local !== params.local)
    return new HttpResponse(null, { status: 204, headers: { 'Change-Id': 'c2' } })
  }),
  http.post(url('series/:id/pause'), ({ params }) => fakeSeries.change(params.id, { status: 'paused', nextAt: null })),
  http.post(url('series/:id/resume'), ({ params }) => fakeSeries.change(params.id, { status: 'active' })),
  http.post(url('series/:id/cancel'), ({ params }) => fakeSeries.change(params.id, { status: 'cancelled', nextAt: null })),
]
