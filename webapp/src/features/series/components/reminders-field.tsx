import { X } from 'lucide-react'
import { Select } from '@/components/select'
import { i18n, useText } from '@/lib/i18n'
import { sayDuration } from '@/lib/say-duration'

interface RemindersFieldProps {
  /** How long before it is due, ISO 8601. */
  reminders: readonly string[]
  onChange: (reminders: readonly string[]) => void
}

const CHOICES = ['PT0S', 'PT5M', 'PT15M', 'PT30M', 'PT1H', 'PT2H', 'P1D', 'P2D', 'P7D'] as const

/** When each occurrence is reminded of. */
export function RemindersField({ reminders, onChange }: RemindersFieldProps) {
  const text = useText()
  const say = (before: string) => (before === 'PT0S' ? text('series.reminder.due') : text('series.reminder.before', { duration: sayDuration(before, i18n.locale) }))
  const left = CHOICES.filter((before) => !reminders.includes(before))
  return (
    <div className="flex flex-col gap-2">
      {reminders.length > 0 && (
        <ul className="flex flex-wrap gap-2">
          {reminders.map((before) => (
            <li key={before} className="flex items-center rounded-full border border-line bg-accent-soft ps-3 text-small text-accent-strong">
              {say(before)}
              <button
                type="button"
                aria-label={text('series.reminder.remove', { when: say(before) })}
                title={text('series.reminder.remove', { when: say(before) })}
                className="flex size-7 items-center justify-center rounded-full hover:text-text pointer-coarse:size-10"
                onClick={() => onChange(reminders.filter((other) => other !== before))}
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
        choices={[{ value: '', name: text('series.reminder.choose') }, ...left.map((before) => ({ value: before, name: say(before) }))]}
        onChange={(before) => before !== '' && onChange([...reminders, before])}
      />
    </div>
  )
}
