import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { Button } from '@/components/button'
import { DateField, TimeField } from '@/components/date-field'
import { Dialog } from '@/components/dialog'
import { TextField } from '@/components/text-field'
import { useReader } from '@/hooks/use-reader'
import { useTagNames } from '@/hooks/use-tags'
import { dayOf } from '@/lib/say-due'
import { goByArrows } from '@/lib/arrows'
import type { Priority } from '@/api/types'
import { useChangeTasks } from '../api/change-tasks'
import { holdFocus } from '../lib/focus'
import { type QuickEditing, quickEdit } from '../lib/quick-edit'
import { clearSelection } from '../lib/selection'
import { findShown } from '../lib/task-cache'
import { asChoice, asTag, type DueChoice, type TaskChange } from '../lib/task-change'
import { DueChoices } from './due-choices'
import { PriorityMark } from './priority-mark'

/** One thing of one task or of many, changed in a small dialog; the focus goes back to the row. */
export function QuickEdit({ editing: { what, meant } }: { editing: QuickEditing }) {
  const { text } = useReader()
  const change = useChangeTasks()
  const close = () => quickEdit(null)
  const done = (wanted: TaskChange) => {
    holdFocus(meant.ids[0])
    change.mutate({ ...meant, change: wanted })
    clearSelection()
    close()
  }
  const count = meant.query?.count ?? meant.ids.length
  return (
    <Dialog title={text(`quickEdit.${what}`, { count })} open onClose={close}>
      {what === 'due' && <Due of={meant.ids.length === 1 && meant.query === undefined ? meant.ids[0] : undefined} onChoose={(due) => done({ action: 'move', due })} />}
      {what === 'tag' && <Tag onChoose={done} />}
      {what === 'priority' && <PriorityChoice onChoose={(priority) => done({ action: 'priority', priority })} />}
    </Dialog>
  )
}

/** Of one task another day keeps its time and its zone; of many all get the same. */
function Due({ of, onChoose }: { of: string | undefined; onChoose: (due: DueChoice | null) => void }) {
  const { text, now, zone } = useReader()
  const client = useQueryClient()
  const [start] = useState(() => asChoice((of === undefined ? undefined : findShown(client, of)?.due) ?? null, dayOf(now, zone).toString(), zone))
  const [date, setDate] = useState(start.date)
  const [time, setTime] = useState(start.time)
  return (
    <div className="flex flex-col gap-4">
      {/* eslint-disable-next-line jsx-a11y/no-autofocus -- the dialog was opened to choose */}
      <DueChoices autoFocus onChoose={(chosen) => onChoose(chosen === null ? null : { ...start, date: chosen, time })} />
      <form
        className="flex flex-wrap items-end gap-2"
        onSubmit={(event) => {
          event.preventDefault()
          if (date !== '') onChoose({ ...start, date, time })
        }}
      >
        <div className="grow">
          <DateField label={text('due.date')} value={date} onChange={setDate} />
        </div>
        <div className="grow">
          <TimeField label={text('due.time')} value={time} onChange={setTime} />
        </div>
        <Button type="submit" look="primary" disabled={date === ''}>
          {text('due.set')}
        </Button>
      </form>
    </div>
  )
}

function Tag({ onChoose }: { onChoose: (change: TaskChange) => void }) {
  const { text } = useReader()
  const known = useTagNames()
  const [written, setWritten] = useState('')
  const tag = asTag(written)
  const offered = known.filter((name) => name.startsWith(tag)).slice(0, 12)
  return (
    <form
      className="flex flex-col gap-4"
      onSubmit={(event) => {
        event.preventDefault()
        if (tag !== '') onChoose({ action: 'tag', tag })
      }}
    >
      {/* The dialog was opened to type a tag into. */}
      {/* eslint-disable-next-line jsx-a11y/no-autofocus */}
      <TextField label={text('quickEdit.tag.name')} value={written} onChange={(event) => setWritten(event.target.value)} autoFocus autoComplete="off" />
      {offered.length > 0 && (
        <ul className="flex flex-wrap gap-2">
          {offered.map((name) => (
            <li key={name}>
              <button type="button" className="rounded-full border border-line-strong px-3 py-1 text-small hover:bg-hover" onClick={() => onChoose({ action: 'tag', tag: name })}>
                <span className="text-faint">#</span>
                {name}
              </button>
            </li>
          ))}
        </ul>
      )}
      <div className="flex justify-end gap-2">
        <Button disabled={tag === ''} onClick={() => onChoose({ action: 'untag', tag })}>
          {text('quickEdit.untag')}
        </Button>
        <Button type="submit" look="primary" disabled={tag === ''}>
          {text('quickEdit.addTag')}
        </Button>
      </div>
    </form>
  )
}

const PRIORITIES: readonly Priority[] = ['high', 'medium', 'low']

function PriorityChoice({ onChoose }: { onChoose: (priority: Priority) => void }) {
  const { text } = useReader()
  return (
    <ul className="flex flex-col gap-1" onKeyDown={goByArrows}>
      {PRIORITIES.map((priority, index) => (
        <li key={priority}>
          {/* eslint-disable-next-line jsx-a11y/no-autofocus -- the dialog was opened to choose */}
          <button type="button" autoFocus={index === 0} className="flex min-h-row w-full items-center gap-3 rounded-small px-2 text-start hover:bg-hover" onClick={() => onChoose(priority)}>
            <span className="ps-1 pe-1" aria-hidden="true">
              <PriorityMark priority={priority} quiet={false} />
            </span>
            {text(`tasks.priority.${priority}`)}
          </button>
        </li>
      ))}
    </ul>
  )
}
