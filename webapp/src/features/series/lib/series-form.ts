import type { Priority } from '@/api/types'
import type { NewSeries, PreviewQuestion, Series, SeriesPatch } from '../api/types'

/** A series while somebody writes it: what the fields hold. */
export interface SeriesForm {
  title: string
  notes: string
  /** As they are written: words between commas. */
  tags: string
  priority: Priority
  /** "2026-11-27"; "" while there is none. */
  date: string
  /** "14:00"; "" is the whole day. */
  time: string
  /** IANA name; null: the person's own, wherever that moves. */
  zone: string | null
  rule: string
  /** ISO 8601; null: when it is due. */
  lead: string | null
  repeat: Series['repeat']
  ifPending: Series['ifPending']
  onMissed: Series['onMissed']
  reminders: Series['reminders']
}

export function newForm(date: string): SeriesForm {
  return {
    title: '',
    notes: '',
    tags: '',
    priority: 'medium',
    date,
    time: '09:00',
    zone: null,
    rule: 'FREQ=WEEKLY',
    lead: null,
    repeat: 'schedule',
    ifPending: 'skip',
    onMissed: 'latest',
    reminders: [],
  }
}

/** @param from the occurrence from which it is edited, which stands in place of the start */
export function formOf(series: Series, from: string = series.start): SeriesForm {
  const [date = '', time = ''] = from.split('T')
  return {
    title: series.title,
    notes: series.notes,
    tags: series.tags.join(', '),
    priority: series.priority,
    date,
    time: time.slice(0, 5),
    zone: series.zone,
    rule: series.rule ?? '',
    lead: series.lead,
    repeat: series.repeat,
    ifPending: series.ifPending,
    onMissed: series.onMissed,
    reminders: series.reminders,
  }
}

export function startOf({ date, time }: Pick<SeriesForm, 'date' | 'time'>): string {
  return time === '' ? date : `${date}T${time}`
}

export function draftOf(form: SeriesForm): NewSeries {
  return {
    title: form.title.trim(),
    notes: form.notes,
    tags: tagsOf(form.tags),
    priority: form.priority,
    start: startOf(form),
    zone: form.zone,
    rule: form.rule === '' ? null : form.rule,
    lead: form.lead,
    repeat: form.repeat,
    ifPending: form.ifPending,
    onMissed: form.onMissed,
    reminders: form.reminders,
  }
}

/** What was changed, and nothing else: the rest may have been changed elsewhere meanwhile. */
export function patchOf(before: SeriesForm, after: SeriesForm): SeriesPatch {
  const [was, is] = [draftOf(before), draftOf(after)]
  return Object.fromEntries(
    Object.entries(is).filter(([name, value]) => JSON.stringify(value) !== JSON.stringify(was[name as keyof NewSeries])),
  )
}

/** What only a whole series has: with one of these changed an edit cannot mean one occurrence alone. */
const ofTheSeries = ['rule', 'lead', 'repeat', 'ifPending', 'onMissed', 'reminders'] as const

export function meansMany(patch: SeriesPatch): boolean {
  return ofTheSeries.some((name) => name in patch)
}

/** What its rule comes to from its start on. */
export function questionOf(form: SeriesForm, series?: Series): PreviewQuestion {
  return {
    start: startOf(form),
    zone: form.zone,
    rule: form.rule === '' ? null : form.rule,
    exdates: series?.exdates ?? [],
    rdates: series?.rdates ?? [],
    count: 10,
  }
}

export function tagsOf(text: string): string[] {
  const tags = text.split(',').map((tag) => tag.trim().toLowerCase())
  return [...new Set(tags.filter((tag) => tag !== ''))]
}
