import { useNavigate } from '@tanstack/react-router'
import { Ban, Repeat } from 'lucide-react'
import { memo, type Ref } from 'react'
import type { Task } from '@/api/types'
import { markSeen } from '@/lib/fresh'
import type { Reader } from '@/lib/say-due'
import { useSetDone } from '../api/set-done'
import { checkId, holdFocus } from '../lib/focus'
import { isOpen } from '../lib/sections'
import { isDraft } from '../lib/task-cache'
import { DueTime } from './due-time'
import { PriorityMark } from './priority-mark'

interface TaskRowProps {
  task: Task
  reader: Reader
  fresh: boolean
  selected?: boolean
  /** A click selects: somebody is choosing several. */
  choosing?: boolean
  onToggle?: (id: string, range: boolean) => void
  /** Where a virtual list puts it: each by itself, so that a row that stays where it is is not drawn again. */
  measure?: Ref<HTMLLIElement>
  index?: number
  count?: number
  /** In pixels from the top of the list. */
  top?: number
}

export const TaskRow = memo(function TaskRow({ task, reader, fresh, selected = false, choosing = false, onToggle, measure, index, count, top }: TaskRowProps) {
  const { text } = reader
  const navigate = useNavigate()
  const open = isOpen(task)
  const titleId = `title-${task.id}`
  const stateId = `state-${task.id}`

  return (
    <li
      data-row={task.id}
      {...(index !== undefined && {
        ref: measure,
        style: { position: 'absolute', insetInline: 0, top: 0, transform: `translateY(${top ?? 0}px)` },
        'data-index': index,
        'aria-setsize': count,
        'aria-posinset': index + 1,
      })}
      className={`group flex min-h-row items-start gap-3 px-4 py-2 tablet:items-center tablet:py-1 ${index === undefined ? 'relative first:rounded-t-card last:rounded-b-card' : index > 0 ? 'border-t border-line' : ''} ${selected ? 'bg-accent-soft' : 'hover:bg-hover'} ${fresh ? 'animate-arrive' : ''}`}
      onClickCapture={(event) => {
        if (onToggle === undefined || !(choosing || event.ctrlKey || event.metaKey || event.shiftKey)) return
        event.preventDefault()
        event.stopPropagation()
        onToggle(task.id, event.shiftKey)
      }}
      onPointerEnter={() => markSeen(task.id)}
      onFocus={() => markSeen(task.id)}
    >
      {fresh && <span className="absolute inset-y-2 start-0 w-0.5 rounded-full bg-accent" />}
      <Check task={task} reader={reader} labelledBy={titleId} describedBy={stateId} />
      <PriorityMark priority={task.priority} quiet={!open} />
      <div className="flex min-w-0 grow flex-col gap-x-3 tablet:flex-row tablet:items-center">
        <div className="flex min-w-0 grow items-start gap-2 tablet:min-w-2/5 tablet:basis-0 tablet:items-center">
          {/* No <Link>: each of those hears of every change of the address, and there are thousands of rows. */}
          <a
            href={`/?task=${task.id}`}
            onClick={(event) => {
              if (event.button !== 0 || event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return
              event.preventDefault()
              void navigate({ to: '.', search: (before) => ({ ...before, task: task.id }), resetScroll: false })
            }}
            id={titleId}
            tabIndex={-1}
            draggable={false}
            dir="auto"
            title={task.title}
            className={`line-clamp-2 min-w-0 break-words tablet:line-clamp-1 tablet:break-all ${open ? '' : 'text-faint'} ${task.status === 'completed' ? 'line-through' : ''}`}
          >
            {task.title}
          </a>
          {selected && <span className="sr-only">{text('tasks.isSelected')}</span>}
          {fresh && (
            <span className="mt-px shrink-0 rounded-full bg-accent-soft px-2 text-small text-accent-strong tablet:mt-0">
              {text('tasks.new')}
            </span>
          )}
        </div>
        <div id={stateId} className="flex min-w-0 flex-wrap items-center gap-x-3 text-small text-muted tablet:flex-nowrap">
          {(task.status === 'skipped' || task.status === 'cancelled') && (
            <span className="shrink-0 italic">{text(`tasks.status.${task.status}`)}</span>
          )}
          {task.tags.length > 0 && <Tags tags={task.tags} label={text('tasks.tags')} />}
          {task.seriesId != null && (
            <span className="inline-flex shrink-0" title={text('tasks.recurring')}>
              <Repeat className="size-3.5" aria-hidden="true" />
              <span className="sr-only">{text('tasks.recurring')}</span>
            </span>
          )}
          {task.due != null && <DueTime due={task.due} open={open} reader={reader} />}
        </div>
      </div>
    </li>
  )
})

interface CheckProps {
  task: Task
  reader: Reader
  labelledBy: string
  describedBy: string
}

function Check({ task, reader, labelledBy, describedBy }: CheckProps) {
  const setDone = useSetDone()

  if (task.status === 'skipped' || task.status === 'cancelled') {
    return (
      <span className="flex h-lh w-5 shrink-0 items-center justify-center text-faint" title={reader.text(`tasks.status.${task.status}`)}>
        <Ban className="size-4" aria-hidden="true" />
      </span>
    )
  }
  return (
    <span className="relative flex h-lh w-5 shrink-0 items-center">
      <input
        id={checkId(task.id)}
        data-task=""
        type="checkbox"
        checked={task.status === 'completed'}
        disabled={isDraft(task)}
        aria-labelledby={labelledBy}
        aria-describedby={describedBy}
        onChange={(event) => {
          if (document.activeElement === event.currentTarget) holdFocus(task.id)
          setDone(task, event.currentTarget.checked)
        }}
        className="peer size-5 cursor-pointer appearance-none rounded-small border-[1.5px] border-line-strong transition-colors before:absolute before:-inset-2 checked:border-accent checked:bg-accent hover:border-accent disabled:cursor-default disabled:border-line"
      />
      <svg
        viewBox="0 0 20 20"
        aria-hidden="true"
        className="pointer-events-none absolute inset-x-0 m-auto size-5 stroke-on-accent opacity-0 peer-checked:opacity-100"
        fill="none"
        strokeWidth="2.5"
        strokeLinecap="round"
        strokeLinejoin="round"
      >
        <path d="m5.5 10.5 3 3 6-7" />
      </svg>
    </span>
  )
}

/** As many as a line has room for; the others are counted. */
const TAGS = 2
/** The characters above which a tag gives room to what stands beside it. */
const LONG_TAG = 10

function Tags({ tags, label }: { tags: readonly string[]; label: string }) {
  return (
    <ul aria-label={label} className="flex min-w-0 gap-2 overflow-hidden">
      {tags.map((tag, index) => (
        <li
          key={tag}
          dir="auto"
          title={tag}
          className={`max-w-32 truncate ${tag.length > LONG_TAG ? 'min-w-12' : 'shrink-0'} ${index < TAGS ? '' : 'sr-only'}`}
        >
          <span className="text-faint">#</span>
          {tag}
        </li>
      ))}
      {tags.length > TAGS && (
        <li aria-hidden="true" title={tags.slice(TAGS).join(', ')} className="shrink-0 text-faint tabular-nums">
          +{tags.length - TAGS}
        </li>
      )}
    </ul>
  )
}
