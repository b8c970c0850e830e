import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { AlarmClock, AlarmClockOff, BellRing, ChevronDown, Clock, EllipsisVertical, Trash2 } from 'lucide-react'
import { useId, useState } from 'react'
import { Problem } from '@/api/problem'
import { IconButton } from '@/components/icon-button'
import { Menu } from '@/components/menu'
import { useReader } from '@/hooks/use-reader'
import { i18n } from '@/lib/i18n'
import { sayDue } from '@/lib/say-due'
import { sayDuration } from '@/lib/say-duration'
import { useCancelReminder } from '../api/cancel-reminder'
import { reminderTaskOptions } from '../api/get-reminder-task'
import { useSnoozeReminder } from '../api/snooze-reminder'
import type { Reminder, ReminderStatus } from '../api/types'
import { ReminderStory } from './reminder-story'

const icons = {
  scheduled: AlarmClock,
  delivered: BellRing,
  missed: AlarmClockOff,
  suppressed: AlarmClockOff,
  cancelled: AlarmClockOff,
  failed: AlarmClockOff,
} as const satisfies Record<ReminderStatus, unknown>

const SNOOZES = ['PT10M', 'PT1H', 'PT3H', 'P1D'] as const

/** One reminder: of what, when, and on demand why it did, or did not, fire. */
export function ReminderRow({ reminder }: { reminder: Reminder }) {
  const reader = useReader()
  const { text } = reader
  const storyId = useId()
  const [open, setOpen] = useState(false)
  const snooze = useSnoozeReminder()
  const cancel = useCancelReminder()
  const task = useQuery(reminderTaskOptions(reminder.taskId))
  const gone = task.error instanceof Problem && task.error.status === 404
  const title = task.data?.title ?? text(gone ? 'reminders.gone' : 'reminders.aTask')
  const scheduled = reminder.status === 'scheduled'
  const said = sayDue({ date: null, zone: reader.zone, at: reminder.fireAt }, scheduled, reader)
  const Icon = icons[reminder.status]

  return (
    <li>
      <div className="relative flex items-center gap-3 py-2 ps-4 pe-2 transition-colors hover:bg-hover">
        <Icon className={`size-4.5 shrink-0 ${scheduled ? 'text-accent' : reminder.status === 'missed' ? 'text-late' : 'text-faint'}`} aria-hidden="true" />
        <div className="min-w-0 grow">
          {task.data === undefined ? (
            <p className="line-clamp-2 break-words tablet:block tablet:truncate text-muted">{title}</p>
          ) : (
            <Link to="/reminders" search={{ task: reminder.taskId }} dir="auto" title={title} className="line-clamp-2 break-words tablet:block tablet:truncate outline-offset-0">
              {title}
            </Link>
          )}
          <p className="line-clamp-2 break-words tablet:block tablet:truncate text-small text-muted">
            <time dateTime={reminder.fireAt} title={said.exact} className={scheduled && said.tone === 'soon' ? 'text-soon' : ''}>
              {said.words}
            </time>{' '}
            <span className="text-faint">· {status()}</span>
          </p>
        </div>
        <div className="flex shrink-0 items-center">
          <button
            type="button"
            aria-expanded={open}
            aria-controls={storyId}
            aria-label={text('reminders.whyOf', { title })}
            onClick={() => setOpen(!open)}
            className="inline-flex min-h-8 items-center gap-1 rounded-small px-2 text-small text-muted transition-colors hover:bg-hover hover:text-text pointer-coarse:min-h-11"
          >
            {text('reminders.why')}
            <ChevronDown className={`size-4 transition-transform ${open ? 'rotate-180' : ''}`} aria-hidden="true" />
          </button>
          <Menu
            label={text('reminders.actions', { title })}
            choices={[
              ...SNOOZES.map((period) => {
                const words = sayDuration(period, i18n.locale)
                return {
                  id: period,
                  name: text('reminders.snoozeFor', { duration: words }),
                  icon: Clock,
                  run: () => snooze.mutate({ reminder, period, words, title }),
                }
              }),
              ...(scheduled
                ? [{ id: 'cancel', name: text('reminders.cancel'), icon: Trash2, grave: true, run: () => cancel.mutate({ reminder, title }) }]
                : []),
            ]}
          >
            <IconButton label={text('reminders.actions', { title })} icon={EllipsisVertical} />
          </Menu>
        </div>
      </div>
      <div id={storyId}>{open && <ReminderStory id={reminder.id} />}</div>
    </li>
  )

  function status(): string {
    if (reminder.status === 'suppressed' || reminder.status === 'cancelled' || reminder.status === 'failed') {
      return text(`reminders.status.${reminder.status}`)
    }
    if (reminder.before === 'PT0S') return text('reminders.whenDue')
    if (reminder.before !== null) return text('reminders.before', { duration: sayDuration(reminder.before, i18n.locale) })
    if (reminder.after !== null) return text('reminders.after', { duration: sayDuration(reminder.after, i18n.locale) })
    return text('reminders.atTime')
  }
}
