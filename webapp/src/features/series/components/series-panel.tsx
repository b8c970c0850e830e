import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { Pause, Pencil, Play } from 'lucide-react'
import { Button } from '@/components/button'
import { ProblemNotice } from '@/components/problem-notice'
import { SkeletonRows } from '@/components/skeleton-rows'
import { useText } from '@/lib/i18n'
import { oneSeriesOptions } from '../api/get-series'
import { useSetState } from '../api/set-state'
import type { Series } from '../api/types'
import '../strings'
import { isLive, isOver } from '../lib/series-sections'
import { SeriesDates } from './series-dates'
import { SeriesMenu } from './series-menu'
import { SeriesStatus } from './series-status'

/** A series beside the page: its rule in words, what is to come and what has been. */
export function SeriesPanel({ id }: { id: string }) {
  const text = useText()
  const series = useQuery(oneSeriesOptions(id))
  return (
    <div className="min-h-0 grow overflow-y-auto p-4">
      {series.data !== undefined ? (
        <Shown series={series.data} />
      ) : series.isPending ? (
        <SkeletonRows widths={['70%', '48%', '60%']} label={text('series.loading')} />
      ) : (
        <ProblemNotice what={text('series.failed')} error={series.error} onRetry={() => void series.refetch()} />
      )}
    </div>
  )
}

function Shown({ series }: { series: Series }) {
  const text = useText()
  const setState = useSetState()
  return (
    <div className="flex flex-col gap-5">
      <header className="flex flex-col items-start gap-2">
        <div className="flex w-full items-start justify-between gap-2">
          <h3 dir="auto" className="min-w-0 text-lead font-strong break-words">
            {series.title}
          </h3>
          <SeriesMenu series={series} />
        </div>
        <p className="text-muted text-balance first-letter:uppercase">{series.summary}</p>
        <SeriesStatus status={series.status} />
      </header>
      {series.notes !== '' && (
        <p dir="auto" className="text-small break-words whitespace-pre-line text-muted">
          {series.notes}
        </p>
      )}
      <div className="flex flex-wrap gap-2">
        <Link
          to="/recurring/$seriesId"
          params={{ seriesId: series.id }}
          className="inline-flex min-h-8 items-center gap-2 rounded-small border border-line-strong px-3 text-small font-strong hover:bg-hover pointer-coarse:min-h-11"
        >
          <Pencil className="size-4" aria-hidden="true" />
          {text('series.edit')}
        </Link>
        {isLive(series) && (
          <Button onClick={() => setState.mutate({ series, change: 'pause' })}>
            <Pause className="size-4" aria-hidden="true" />
            {text('series.pause')}
          </Button>
        )}
        {series.status === 'paused' && (
          <Button onClick={() => setState.mutate({ series, change: 'resume' })}>
            <Play className="size-4" aria-hidden="true" />
            {text('series.resume')}
          </Button>
        )}
      </div>
      <SeriesDates series={series} ended={isOver(series)} />
    </div>
  )
}
