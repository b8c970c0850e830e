import { CalendarClock } from 'lucide-react'
import { Suspense, useState } from 'react'
import type { Task, TaskPatch } from '@/api/types'
import { Button } from '@/components/button'
import { DateField, TimeField } from '@/components/date-field'
import { Popover } from '@/components/popover'
import { useReader } from '@/hooks/use-reader'
import { lazyPart } from '@/lib/lazy-part'
import { placeOf, sayDue } from '@/lib/say-due'
import { asDue, asNewDue } from '../api/add-task'
import { isOpen } from '../lib/sections'
import { asChoice, type DueChoice } from '../lib/task-change'
import { DueChoices } from './due-choices'

const ZoneField = lazyPart(() => import('@/components/zone-field'), 'ZoneField')

interface DueEditorProps {
  task: Task
  onSave: (patch: TaskPatch, shown: Partial<Task>) => void
}

/** When it is due: said as people say it, with its zone; changed by a word, or by a date and a time of a zone. */
export function DueEditor({ task, onSave }: DueEditorProps) {
  const reader = useReader()
  const { text } = reader
  const said = task.due === null ? null : sayDue(task.due, isOpen(task), reader)

  const save = (choice: DueChoice | null, zone: string) => {
    const own = zone === reader.zone ? {} : { zone }
    onSave({ due: choice && { ...asNewDue(choice), ...own } }, { due: choice && asDue(choice, zone) })
  }

  return (
    <Popover
      label={text('task.due')}
      trigger={
        <button type="button" className="flex min-h-8 w-full items-center gap-3 rounded-small text-start text-small hover:bg-hover pointer-coarse:min-h-11">
          <CalendarClock className="size-4 shrink-0 text-faint" aria-hidden="true" />
          <span className="min-w-0">
            <span className="sr-only">{text('task.due')} </span>
            {said === null ? <span className="text-faint">{text('task.due.none')}</span> : <span>{said.words}</span>}
            {said !== null && <span className="block text-faint">{said.exact}</span>}
          </span>
        </button>
      }
    >
      {(close) => (
        <DueForm
          start={asChoice(task.due, '', reader.zone)}
          startZone={task.due?.zone ?? reader.zone}
          onChoose={(choice, zone) => {
            save(choice, zone)
            close()
          }}
        />
      )}
    </Popover>
  )
}

interface DueFormProps {
  start: DueChoice
  startZone: string
  onChoose: (choice: DueChoice | null, zone: string) => void
}

function DueForm({ start, startZone, onChoose }: DueFormProps) {
  const { text } = useReader()
  const [{ date, time }, setChoice] = useState(start)
  const [zone, setZone] = useState(startZone)
  const [choosesZone, setChoosesZone] = useState(false)
  return (
    <form
      className="flex w-72 flex-col gap-3"
      onSubmit={(event) => {
        event.preventDefault()
        if (date !== '') onChoose({ date, time }, zone)
      }}
    >
      <DueChoices onChoose={(day) => onChoose(day === null ? null : { date: day, time }, zone)} />
      <div className="grid grid-cols-[3fr_2fr] gap-2">
        <DateField label={text('due.date')} value={date} onChange={(next) => setChoice({ date: next, time })} />
        <TimeField label={text('due.time')} value={time} onChange={(next) => setChoice({ date, time: next })} />
      </div>
      {choosesZone && (
        <Suspense fallback={<div className="h-14" />}>
          <ZoneField label={text('task.due.zoneLabel')} value={zone} onChange={(next) => next !== null && setZone(next)} />
        </Suspense>
      )}
      <div className={`flex items-center gap-2 ${choosesZone ? 'justify-end' : 'justify-between'}`}>
        {!choosesZone && (
          <button
            type="button"
            title={text('task.due.otherZone')}
            className="min-h-8 min-w-0 truncate rounded-small text-start text-small text-muted underline decoration-line-strong underline-offset-4 hover:text-text pointer-coarse:min-h-11"
            onClick={() => setChoosesZone(true)}
          >
            {text('task.due.zone', { place: placeOf(zone) })}
            <span className="sr-only">. {text('task.due.otherZone')}</span>
          </button>
        )}
        <Button type="submit" look="primary" disabled={date === ''}>
          {text('due.set')}
        </Button>
      </div>
    </form>
  )
}
