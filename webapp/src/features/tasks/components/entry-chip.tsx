import { parseDate } from '@internationalized/date'
import { Link } from '@tanstack/react-router'
import { Repeat } from 'lucide-react'
import { useRef } from 'react'
import { useReader } from '@/hooks/use-reader'
import { useDraggableEntry } from '../hooks/use-day-drag'
import { checkId } from '../lib/focus'
import { type Entry, timeOf } from '../lib/span'
import { PriorityMark } from './priority-mark'

interface EntryChipProps {
  entry: Entry
  onMove: (entry: Entry, day: string) => void
  /** With room for the whole title, as in the agenda. */
  wide?: boolean
}

const steps: Readonly<Record<string, number>> = { ArrowLeft: -1, ArrowRight: 1, ArrowUp: -7, ArrowDown: 7 }

/** Something on a day: a task in full, what a series will make with a broken line, for it is not there yet. */
export function EntryChip({ entry, onMove, wide = false }: EntryChipProps) {
  const { text, zone, locale } = useReader()
  const chip = useRef<HTMLAnchorElement>(null)
  const dragging = useDraggableEntry(chip, entry)
  const time = timeOf(entry, zone, locale)
  const toCome = entry.task === null
  return (
    <Link
      ref={chip}
      data-task=""
      {...(entry.task !== null && { id: checkId(entry.task.id), 'data-row': entry.task.id })}
      to="."
      search={(before) => ({ ...before, chat: undefined, ...(entry.task === null ? { task: undefined, series: entry.of?.seriesId } : { task: entry.task.id }) })}
      resetScroll={false}
      preload={false}
      aria-keyshortcuts="Alt+ArrowLeft Alt+ArrowRight Alt+ArrowUp Alt+ArrowDown"
      title={`${time} ${entry.title}${toCome ? ` · ${text('upcoming.toCome')}` : ''}`.trim()}
      onKeyDown={(event) => {
        const step = steps[event.key]
        if (!event.altKey || step === undefined) return
        event.preventDefault()
        onMove(entry, parseDate(entry.day).add({ days: step }).toString())
      }}
      className={`flex min-w-0 items-center gap-2 rounded-small transition-colors ${wide ? 'min-h-row px-2 py-1 tablet:px-3' : 'min-h-6 px-1.5 text-small'} ${
        toCome ? 'border border-dashed border-line text-muted hover:bg-hover' : `border border-transparent hover:bg-hover ${wide ? '' : 'bg-accent-soft'}`
      } ${dragging ? 'opacity-40' : ''}`}
    >
      {wide && <span className="w-14 shrink-0 tablet:w-16 text-small text-muted tabular-nums">{time === '' ? text('upcoming.allDay') : time}</span>}
      {wide && (
        <span className="inline-flex shrink-0">
          <PriorityMark priority={entry.priority} quiet={toCome} />
        </span>
      )}
      {!wide && time !== '' && <span className="shrink-0 text-faint tabular-nums">{time}</span>}
      <span dir="auto" className={`min-w-0 grow ${wide ? 'line-clamp-2 break-words tablet:block tablet:truncate' : 'truncate'}`}>
        {entry.title}
      </span>
      {entry.shifted && (
        <span title={text('upcoming.shifted')} className="shrink-0 text-soon">
          ±<span className="sr-only">{text('upcoming.shifted')}</span>
        </span>
      )}
      {entry.of !== null && (wide || !toCome) && <Repeat className="size-3.5 shrink-0 text-faint" aria-hidden="true" />}
      {toCome && <span className={wide ? 'sr-only shrink-0 text-small text-faint tablet:not-sr-only' : 'sr-only'}>{text('upcoming.toCome')}</span>}
    </Link>
  )
}
