import { useWindowVirtualizer } from '@tanstack/react-virtual'
import { memo, useCallback, useEffect, useLayoutEffect, useRef, useState } from 'react'
import type { Task } from '@/api/types'
import { useReader } from '@/hooks/use-reader'
import { useFresh } from '@/lib/fresh'
import { useText } from '@/lib/i18n'
import { useTaskKeys } from '../hooks/use-task-keys'
import { checkId, focusedTask } from '../lib/focus'
import { select, toggleSelected, useSelection } from '../lib/selection'
import { TaskRow } from './task-row'

interface VirtualTasksProps {
  tasks: readonly Task[]
  choosing: boolean
  /** Called when the last rows come near. */
  onNearEnd: () => void
}

const ROW = 41
/** How many rows before the last one more are asked for. */
const NEAR = 30

/** As many rows as the window has room for, of however many there are. */
export const VirtualTasks = memo(function VirtualTasks({ tasks, choosing, onNearEnd }: VirtualTasksProps) {
  const text = useText()
  const reader = useReader()
  const fresh = useFresh()
  const selected = useSelection()
  const list = useRef<HTMLUListElement>(null)
  const [margin, setMargin] = useState(0)
  const lastToggled = useRef<string | null>(null)
  const focusOn = useRef<string | null>(null)

  useLayoutEffect(() => setMargin((list.current?.getBoundingClientRect().top ?? 0) + window.scrollY), [])

  const rows = useWindowVirtualizer({
    count: tasks.length,
    estimateSize: () => ROW,
    overscan: 12,
    scrollMargin: margin,
    getItemKey: (index) => tasks[index]?.id ?? index,
  })
  const shown = rows.getVirtualItems()
  const last = shown.at(-1)?.index ?? 0

  useEffect(() => {
    if (last >= tasks.length - NEAR) onNearEnd()
  }, [last, tasks.length, onNearEnd])

  // The row that the keyboard has gone to may only now be there.
  useEffect(() => {
    if (focusOn.current === null) return
    const check = document.getElementById(checkId(focusOn.current))
    if (check === null) return
    focusOn.current = null
    check.focus({ preventScroll: true })
  })

  useTaskKeys((step) => {
    const here = tasks.findIndex(({ id }) => id === focusedTask())
    const next = here === -1 ? (shown.find(({ start }) => start >= window.scrollY)?.index ?? 0) : here + step
    const task = tasks[Math.min(Math.max(next, 0), tasks.length - 1)]
    if (task === undefined) return
    focusOn.current = task.id
    rows.scrollToIndex(tasks.indexOf(task), { align: 'auto' })
    document.getElementById(checkId(task.id))?.focus({ preventScroll: true })
  })

  // The same for every row and every time, or each would be drawn again whenever one comes.
  const known = useRef(tasks)
  useLayoutEffect(() => {
    known.current = tasks
  })
  const toggle = useCallback((id: string, range: boolean) => {
    const all = known.current
    const from = all.findIndex((task) => task.id === lastToggled.current)
    const to = all.findIndex((task) => task.id === id)
    if (range && from !== -1) select(all.slice(Math.min(from, to), Math.max(from, to) + 1).map((task) => task.id))
    else toggleSelected(id)
    lastToggled.current = id
  }, [])

  return (
    <ul
      ref={list}
      aria-label={text('place.tasks')}
      className="relative rounded-card border border-line bg-surface shadow-card"
      style={{ height: rows.getTotalSize() }}
    >
      {shown.map(({ index, start, key }) => {
        const task = tasks[index]
        return (
          task !== undefined && (
            <TaskRow
              key={key}
              task={task}
              reader={reader}
              fresh={fresh.has(task.id)}
              selected={selected.has(task.id)}
              choosing={choosing}
              onToggle={toggle}
              measure={rows.measureElement}
              index={index}
              count={tasks.length}
              top={start - margin}
            />
          )
        )
      })}
    </ul>
  )
})
