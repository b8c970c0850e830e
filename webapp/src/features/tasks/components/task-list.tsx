import { useInfiniteQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { Button } from '@/components/button'
import { ProblemNotice } from '@/components/problem-notice'
import { useReader } from '@/hooks/use-reader'
import { useFresh } from '@/lib/fresh'
import { useText } from '@/lib/i18n'
import { tasksOptions, todaySearch } from '../api/get-tasks'
import { useTaskKeys } from '../hooks/use-task-keys'
import { moveFocus } from '../lib/focus'
import { inSections, isOpen, isSameDay, type SectionName } from '../lib/sections'
import { toggleSelected, useSelection } from '../lib/selection'
import { allTasks } from '../lib/task-cache'
import { TaskListSkeleton } from './task-list-skeleton'
import { TaskRow } from './task-row'

const looks: Record<SectionName, string> = {
  late: 'text-late',
  today: 'text-text',
  next: 'text-muted',
  someday: 'text-muted',
  done: 'text-muted',
}

export function TaskList() {
  const text = useText()
  const reader = useReader()
  const fresh = useFresh()
  const tasks = useInfiniteQuery(tasksOptions(todaySearch))
  const [openedAt, setOpenedAt] = useState(reader.now)
  const [heldSince, setHeldSince] = useState<number | null>(null)
  const selected = useSelection()
  useTaskKeys(moveFocus)

  if (!isSameDay(openedAt, reader.now, reader.zone)) setOpenedAt(reader.now)

  if (tasks.isPending) return <TaskListSkeleton />
  if (tasks.data === undefined) {
    return <ProblemNotice what={text('tasks.failed')} error={tasks.error} onRetry={() => void tasks.refetch()} />
  }

  const known = allTasks(tasks.data)
  if (known.length === 0) return <Empty />

  // Nothing moves under the pointer: while it is over the list, what arrives by itself waits.
  const shown = known.filter(({ id }) => heldSince === null || (fresh.get(id) ?? 0) < heldSince)
  const held = known.length - shown.length
  const sections = inSections(shown, openedAt, reader.zone)

  return (
    <div
      className="relative flex flex-col gap-6"
      onPointerEnter={(event) => {
        if (event.pointerType === 'mouse') setHeldSince(Date.now())
      }}
      onPointerLeave={() => setHeldSince(null)}
    >
      <p role="status" className="pointer-events-none absolute end-0 top-0 text-small text-accent">
        {held > 0 && text('tasks.held', { count: held })}
      </p>
      {sections.map(([name, members]) => (
        <section key={name} aria-labelledby={`section-${name}`}>
          <h2 id={`section-${name}`} className={`mb-2 flex items-baseline gap-2 text-small font-strong ${looks[name]}`}>
            {text(`tasks.section.${name}`)}
            <span className="font-normal text-faint">{(name === 'done' ? members : members.filter(isOpen)).length || ''}</span>
          </h2>
          <ul className="divide-y divide-line rounded-card border border-line bg-surface shadow-card">
            {members.map((task) => (
              <TaskRow key={task.id} task={task} reader={reader} fresh={fresh.has(task.id)} selected={selected.has(task.id)} onToggle={toggleSelected} />
            ))}
          </ul>
        </section>
      ))}
      {tasks.hasNextPage && (
        <div className="flex justify-center">
          <Button onClick={() => void tasks.fetchNextPage()} disabled={tasks.isFetchingNextPage}>
            {text(tasks.isFetchingNextPage ? 'tasks.loading' : 'tasks.more')}
          </Button>
        </div>
      )}
    </div>
  )
}

function Empty() {
  const text = useText()
  return (
    <div className="flex flex-col items-center gap-2 rounded-card border border-line bg-surface px-6 py-12 text-center">
      <p className="text-lead font-strong">{text('tasks.empty.title')}</p>
      <p className="max-w-narrow text-muted">{text('tasks.empty.what')}</p>
      <p className="hidden text-small text-faint pointer-fine:block">{text('tasks.empty.key')}</p>
    </div>
  )
}
