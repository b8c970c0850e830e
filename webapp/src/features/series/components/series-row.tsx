import { Link } from '@tanstack/react-router'
import { CirclePause, CircleSlash2, Repeat } from 'lucide-react'
import { useReader } from '@/hooks/use-reader'
import { dayOf, type DueLike, sayDue } from '@/lib/say-due'
import type { Series } from '../api/types'
import { isDateOnly, isLive, isOver } from '../lib/series-sections'
import { SeriesMenu } from './series-menu'
import { SeriesStatus } from './series-status'

/** One series in one look: what, how often, and when it comes next. */
export function SeriesRow({ series }: { series: Series }) {
  const Icon = isLive(series) ? Repeat : isOver(series) ? CircleSlash2 : CirclePause
  return (
    <li className="group relative flex items-center gap-3 py-2 ps-4 pe-2 transition-colors first:rounded-t-card last:rounded-b-card hover:bg-hover">
      <Icon className={`size-4.5 shrink-0 ${isLive(series) ? 'text-accent' : 'text-faint'}`} aria-hidden="true" />
      <div className="flex min-w-0 grow flex-col tablet:flex-row tablet:items-center tablet:gap-4">
        <div className="min-w-0 grow">
          <Link
            to="/recurring"
            search={{ series: series.id }}
            dir="auto"
            title={series.title}
            className={`line-clamp-2 break-words outline-offset-0 tablet:block tablet:truncate after:absolute after:inset-0 ${isOver(series) ? 'text-muted' : ''}`}
          >
            {series.title}
          </Link>
          <p className="line-clamp-2 break-words tablet:block tablet:truncate text-small text-muted first-letter:uppercase" title={series.summary}>
            {series.summary}
          </p>
        </div>
        <div className="shrink-0 text-small tablet:text-end">
          {isLive(series) && series.nextAt !== null ? <Next series={series} at={series.nextAt} /> : <SeriesStatus status={series.status} />}
        </div>
      </div>
      <div className="relative z-10">
        <SeriesMenu series={series} />
      </div>
    </li>
  )
}

function Next({ series, at }: { series: Series; at: string }) {
  const reader = useReader()
  const said = sayDue(asDue(series, at, reader.zone), true, reader)
  return (
    <time dateTime={at} title={said.exact} className="flex gap-x-2 tabular-nums tablet:flex-col">
      <span className={said.tone === 'soon' ? 'text-soon' : ''}>{said.words}</span>
      {said.elsewhere !== null && <span className="text-faint">{said.elsewhere}</span>}
    </time>
  )
}

function asDue(series: Series, at: string, personZone: string): DueLike {
  const zone = series.zone ?? personZone
  return { date: isDateOnly(series) ? dayOf(Date.parse(at), zone).toString() : null, zone, at }
}
