import { format, placeOf, type Reader } from '@/lib/say-due'
import type { Step } from '../api/types'

/** One step of a reminder's story as a sentence. What the gateway says in its own words is passed on as it is. */
export function sayStep(step: Step, reader: Reader): string {
  const { text } = reader
  switch (step.what) {
    case 'armed':
      return text(`reminders.armed.${armedBy(step.result)}`, { when: sayWhen(step, reader) })
    case 'cancelled':
      return text(`reminders.cancelled.${causes[step.result ?? ''] ?? 'other'}`)
    case 'woken':
      return text(step.by === 'recovery' ? 'reminders.step.recovered' : 'reminders.step.woken', { late: lateness(step, reader) })
    case 'handled':
      return step.result === 'ignored'
        ? text('reminders.step.ignored', { why: step.detail ?? '' })
        : text(`reminders.handled.${outcome(step.result)}`)
    case 'sent':
      return text(`reminders.sent.${delivery(step.result)}`, { by: step.by ?? '', attempt: step.attempt ?? 1, why: step.detail ?? '' })
  }
}

/** Why it was taken back, as the gateway says it. */
const causes: Readonly<Record<string, 'person' | 'due' | 'task'>> = {
  'taken back': 'person',
  'the due is gone': 'due',
  'the task is gone': 'task',
}
const armings = ['created', 'moved', 'snoozed'] as const
const outcomes = ['delivered', 'suppressed', 'missed', 'cancelled', 'failed', 'scheduled'] as const
const deliveries = ['sent', 'retry', 'failed', 'cancelled'] as const

function armedBy(result: string | null): (typeof armings)[number] {
  return armings.find((one) => one === result) ?? 'created'
}

function outcome(result: string | null): (typeof outcomes)[number] {
  return outcomes.find((one) => one === result) ?? 'failed'
}

function delivery(result: string | null): (typeof deliveries)[number] {
  return deliveries.find((one) => one === result) ?? 'failed'
}

/** The moment that it was armed for, with the zone's place where it is not the reader's own. */
function sayWhen({ fireAt, zone }: Step, reader: Reader): string {
  if (fireAt === null) return ''
  const where = zone ?? reader.zone
  const moment = Date.parse(fireAt)
  const day = format(moment, { weekday: 'short', day: 'numeric', month: 'short' }, where, reader.locale).replace(',', '')
  const said = `${day} ${format(moment, { timeStyle: 'short' }, where, reader.locale)}`
  return where === reader.zone ? said : `${said} ${placeOf(where)}`
}

/** How long after its time it was woken, to the tenth of a second. */
function lateness({ at, fireAt }: Step, { locale }: Reader): string {
  const seconds = fireAt === null ? 0 : Math.max(0, Date.parse(at) - Date.parse(fireAt)) / 1_000
  return new Intl.NumberFormat(locale, { style: 'unit', unit: 'second', unitDisplay: 'long', maximumFractionDigits: 1 }).format(seconds)
}
