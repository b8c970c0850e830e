import { type CalendarDate, parseDate, startOfMonth, toZoned } from '@internationalized/date'
import { useQuery } from '@tanstack/react-query'
import { ChevronLeft, ChevronRight } from 'lucide-react'
import { useMemo, useState } from 'react'
import { Button } from '@/components/button'
import { IconButton } from '@/components/icon-button'
import { ProblemNotice } from '@/components/problem-notice'
import { SkeletonRows } from '@/components/skeleton-rows'
import { useReader } from '@/hooks/use-reader'
import { useFirstDay } from '@/hooks/use-me'
import { dayOf, format } from '@/lib/say-due'
import { spanOptions } from '../api/get-span'
import { useMoveEntry } from '../api/move-entry'
import { useDrops } from '../hooks/use-day-drag'
import { useTaskKeys } from '../hooks/use-task-keys'
import { holdFocus, moveFocus } from '../lib/focus'
import { byDay, edgesOf, entriesOf, type Entry } from '../lib/span'
import { Agenda } from './agenda'
import { MonthGrid } from './month-grid'
import { MoveScope } from './move-scope'

/** How many days the agenda shows at a time. */
const AGENDA = 14

/** The days to come, as an agenda or as a month; what is not made yet is shown as that. */
export function UpcomingView({ view }: { view: 'agenda' | 'month' }) {
  const { text, now, zone, locale } = useReader()
  const firstDay = useFirstDay()
  const today = dayOf(now, zone)
  const [chosen, setStart] = useState<CalendarDate | null>(null)
  const [day, setDay] = useState<CalendarDate | null>(null)
  const [asking, setAsking] = useState<{ entry: Entry; day: string } | null>(null)
  const move = useMoveEntry()

  const start = chosen ?? (view === 'month' ? startOfMonth(today) : today)
  const { first, last } = view === 'month' ? edgesOf(start, firstDay) : { first: start, last: start.add({ days: AGENDA - 1 }) }
  const end = last.add({ days: 1 })
  const instant = (midnight: CalendarDate) => toZoned(midnight, zone).toAbsoluteString()
  const span = useQuery(spanOptions({ first: first.toString(), end: end.toString(), from: instant(first), to: instant(end) }))
  const entries = useMemo(
    () => byDay(span.data === undefined ? [] : entriesOf(span.data.tasks, span.data.series, zone)),
    [span.data, zone],
  )

  const onMove = (entry: Entry, to: string) => {
    if (to === entry.day) return
    holdFocus(entry.task?.id)
    if (entry.of === null) move.mutate({ entry, day: to, scope: null })
    else setAsking({ entry, day: to })
  }
  useDrops(onMove)
  useTaskKeys(moveFocus)

  const sayDay = (said: CalendarDate, options: Intl.DateTimeFormatOptions) => format(Date.parse(`${said.toString()}T12:00:00Z`), options, 'UTC', locale)
  const shown =
    view === 'month'
      ? sayDay(start, { month: 'long', year: 'numeric' })
      : `${sayDay(start, { day: 'numeric', month: 'short' })} – ${sayDay(last, { day: 'numeric', month: 'short' })}`
  const step = (by: 1 | -1) => setStart(view === 'month' ? startOfMonth(start).add({ months: by }) : start.add({ days: by * AGENDA }))

  return (
    <>
      <div className="mb-3 flex items-center gap-1">
        <IconButton label={text('upcoming.before')} icon={ChevronLeft} onClick={() => step(-1)} />
        <IconButton label={text('upcoming.after')} icon={ChevronRight} onClick={() => step(1)} />
        <Button look="quiet" disabled={chosen === null} onClick={() => setStart(null)}>
          {text('place.today')}
        </Button>
        <p role="status" className="ms-2 font-strong">
          {shown}
        </p>
      </div>
      {span.isPending ? (
        <SkeletonRows widths={['46%', '62%', '38%', '54%', '30%', '58%']} label={text('tasks.loading')} />
      ) : span.data === undefined ? (
        <ProblemNotice what={text('tasks.failed')} error={span.error} onRetry={() => void span.refetch()} />
      ) : view === 'month' ? (
        <MonthGrid month={start} entries={entries} onMove={onMove} onDay={setDay} />
      ) : (
        <Agenda days={Array.from({ length: AGENDA }, (_, index) => start.add({ days: index }))} entries={entries} onMove={onMove} />
      )}
      {view === 'month' && day !== null && (
        <section aria-label={text('upcoming.dayOf')} className="mt-6">
          <Agenda days={[day]} entries={entries} onMove={onMove} />
        </section>
      )}
      {span.data !== undefined && <p className="mt-4 hidden text-small text-faint pointer-fine:block">{text('upcoming.moves')}</p>}
      {asking !== null && (
        <MoveScope
          title={asking.entry.title}
          to={sayDay(parseDate(asking.day), { weekday: 'long', day: 'numeric', month: 'long' })}
          onClose={() => setAsking(null)}
          onChoose={(scope) => {
            move.mutate({ ...asking, scope })
            setAsking(null)
          }}
        />
      )}
    </>
  )
}
