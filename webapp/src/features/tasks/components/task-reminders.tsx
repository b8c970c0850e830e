import { useQuery } from '@tanstack/react-query'
import { AlarmClock, Plus, X } from 'lucide-react'
import type { Task } from '@/api/types'
import { Menu } from '@/components/menu'
import { useReader } from '@/hooks/use-reader'
import { sayAgo, sayMoment } from '@/lib/say-ago'
import { sayDue } from '@/lib/say-due'
import { taskRemindersOptions, useAddReminder, useRemoveReminder } from '../api/task-reminders'

const BEFORE = [
  { before: 'PT0S', name: 'task.remind.due' },
  { before: 'PT10M', name: 'task.remind.10m' },
  { before: 'PT1H', name: 'task.remind.1h' },
  { before: 'P1D', name: 'task.remind.1d' },
] as const

/** When it reminds, and what became of it; one more is a word away. */
export function TaskReminders({ task }: { task: Task }) {
  const reader = useReader()
  const { text, zone, locale } = reader
  const { data: reminders = [] } = useQuery({ ...taskRemindersOptions(task.id), retry: false })
  const add = useAddReminder(task.id)
  const remove = useRemoveReminder(task.id)
  return (
    <div className="flex min-h-8 items-start gap-3 text-small">
      <AlarmClock className="mt-2 size-4 shrink-0 text-faint" aria-hidden="true" />
      <div className="flex min-w-0 grow flex-col">
        {reminders.length > 0 && (
          <ul aria-label={text('task.reminders')}>
            {reminders.map(({ id, fireAt, status }) => {
              const said =
                status === 'scheduled'
                  ? sayDue({ date: null, zone, at: fireAt }, true, reader).words
                  : text(`task.reminder.${status}`, { ago: sayAgo(fireAt, reader) })
              return (
                <li key={id} className="flex min-h-8 items-center justify-between gap-2">
                  <span title={sayMoment(fireAt, zone, locale)} className={status === 'scheduled' ? '' : 'text-faint'}>
                    {said}
                  </span>
                  {status === 'scheduled' && (
                    <button
                      type="button"
                      aria-label={text('task.reminder.remove', { said })}
                      onClick={() => remove.mutate(id)}
                      className="flex size-6 items-center justify-center rounded-small text-faint hover:bg-hover hover:text-text pointer-coarse:size-11"
                    >
                      <X className="size-3.5" aria-hidden="true" />
                    </button>
                  )}
                </li>
              )
            })}
          </ul>
        )}
        {task.due === null ? (
          <p className="flex min-h-8 items-center text-faint">{text('task.reminder.needsDue')}</p>
        ) : (
          <Menu
            label={text('task.reminder.add')}
            choices={BEFORE.map(({ before, name }) => ({ id: before, name: text(name), run: () => add.mutate(before) }))}
          >
            <button type="button" className="flex min-h-8 items-center gap-1 rounded-small text-start text-faint hover:text-text pointer-coarse:min-h-11">
              <Plus className="size-3.5" aria-hidden="true" />
              {text('task.reminder.add')}
            </button>
          </Menu>
        )}
      </div>
    </div>
  )
}
