import { X } from 'lucide-react'
import type { Series } from '@/api/types'
import { Select } from '@/components/select'
import { i18n, useText } from '@/lib/i18n'
import { sayDuration } from '@/lib/say-duration'

type Reminder = Series['reminders'][number]

interface RemindersFieldProps {
  reminders: Series['reminders']
  onChange: (reminders: Series['reminders']) => void
}

const CHOICES = ['PT0S', 'PT5M', 'PT15M', 'PT30M', 'PT1H', 'PT2H', 'P1D', 'P2D', 'P7D'] as const

/** When each occurrence is reminded of. */
export function RemindersField({ reminders, onChange }: RemindersFieldProps) {
  const text = useText()
  const say = ({ before, after }: Reminder) => {
    const offset = before ?? after ?? 'PT0S'
    if (offset === 'PT0S') return text('series.reminder.due')
    const duration = sayDuration(offset, i18n.locale)
    return after ? text('series.reminder.after', { duration }) : text('series.reminder.before', { duration })
  }
  const left = CHOICES.filter((before) => !reminders.some((reminder) => reminder.before === before))
  return (
    <div className="flex flex-col gap-2">
      {reminders.length > 0 && (
        <ul className="flex flex-wrap gap-2">
          {reminders.map((reminder) => (
            <li key={say(reminder)} className="flex items-center rounded-full border border-line bg-accent-soft ps-3 text-small text-accent-strong">
              {say(reminder)}
              <button
                type="button"
                aria-label={text('series.reminder.remove', { when: say(reminder) })}
                title={text('series.reminder.remove', { when: say(reminder) })}
                className="flex size-7 items-center justify-center rounded-full hover:text-text pointer-coarse:size-10"
                onClick={() => onChange(reminders.filter((other) => other !== reminder))}
              >
                <X className="size-4" aria-hidden="true" />
              </button>
            </li>
          ))}
        </ul>
      )}
      <Select
        label={text('series.reminder.add')}
        value=""
        choices={[{ value: '', name: text('series.reminder.choose') }, ...left.map((before) => ({ value: before, name: say({ before }) }))]}
        onChange={(before) => before !== '' && onChange([...reminders, { before }])}
      />
    </div>
  )
}
