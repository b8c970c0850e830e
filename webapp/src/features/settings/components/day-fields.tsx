import { type FocusEvent, useState } from 'react'
import { Problem } from '@/api/problem'
import type { Me } from '@/api/types'
import { TimeField } from '@/components/date-field'
import { Select } from '@/components/select'
import { useText } from '@/lib/i18n'
import { sayProblem } from '@/lib/say-problem'
import { weekStarts } from '@/lib/week'
import { type MeChange, useEditMe } from '../api/edit-me'

/** When somebody works, when their evening begins, and their week. */
export function DayFields({ workingHours, evening, weekStart }: Pick<Me, 'workingHours' | 'evening' | 'weekStart'>) {
  const text = useText()
  const edit = useEditMe()
  const work = useTimes(workingHours, (wanted) => ({ workingHours: wanted }))
  const late = useTimes({ evening }, (wanted) => wanted)
  const refused = work.error instanceof Problem ? work.error : null
  const isBefore = refused?.errors.some(({ field }) => field === 'workingHours.from') === true
  const why = refused === null ? undefined : refused.code === 'out-of-range' ? text('settings.work.order') : sayProblem(refused, text)

  return (
    <div className="flex flex-col gap-2">
      <div className="grid gap-4 tablet:grid-cols-2">
        <div
          role="group"
          aria-label={text('settings.work')}
          className="grid grid-cols-2 gap-4"
          onBlur={whenLeft(work.save)}
        >
          <TimeField label={text('settings.work.from')} value={work.times.from} onChange={(from) => work.write({ from })} error={isBefore ? why : undefined} />
          <TimeField label={text('settings.work.to')} value={work.times.to} onChange={(to) => work.write({ to })} error={isBefore ? undefined : why} />
        </div>
        <div className="grid grid-cols-2 gap-4">
          <div onBlur={whenLeft(late.save)}>
            <TimeField
              label={text('settings.evening')}
              value={late.times.evening}
              onChange={(wanted) => late.write({ evening: wanted })}
              error={late.error === null ? undefined : sayProblem(late.error, text)}
            />
          </div>
          <Select
            label={text('settings.week')}
            value={weekStart}
            choices={weekStarts.map((value) => ({ value, name: text(`settings.week.${value}`) }))}
            onChange={(value) => value !== weekStart && edit.mutate({ weekStart: value })}
          />
        </div>
      </div>
      <p className="text-small text-pretty text-faint">{text('settings.dayWhat')}</p>
    </div>
  )
}

/** From one part of a field to the next it is not left. */
const whenLeft = (act: () => void) => (event: FocusEvent) => {
  if (!event.currentTarget.contains(event.relatedTarget)) act()
}

/** Times of day as they are written, which are saved when their fields are left; what is refused stays written. */
function useTimes<Times extends Readonly<Record<string, string>>>(saved: Times, asChange: (times: Times) => MeChange) {
  const edit = useEditMe({ quiet: true })
  const [written, setWritten] = useState<Times | null>(null)
  const times = written ?? saved
  return {
    times,
    error: edit.error,
    write: (change: Partial<Times>) => {
      edit.reset()
      setWritten({ ...times, ...change })
    },
    save: () => {
      if (written === null || edit.error !== null) return
      const names = Object.keys(saved)
      const isNew = names.every((name) => written[name] !== '') && names.some((name) => written[name] !== saved[name])
      if (isNew) edit.mutate(asChange(written), { onSuccess: () => setWritten(null) })
      else setWritten(null)
    },
  }
}
