import { useInfiniteQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { ChevronRight, Repeat } from 'lucide-react'
import { Button } from '@/components/button'
import { EmptyState } from '@/components/empty-state'
import { ProblemNotice } from '@/components/problem-notice'
import { SkeletonRows } from '@/components/skeleton-rows'
import { useText } from '@/lib/i18n'
import { seriesListOptions } from '../api/get-series'
import type { Series } from '../api/types'
import { sections } from '../lib/series-sections'
import { SeriesRow } from './series-row'

/** Every series: those that go on, those that rest, those that have ended. */
export function SeriesList() {
  const text = useText()
  const list = useInfiniteQuery(seriesListOptions)

  if (list.isPending) return <SkeletonRows widths={['46%', '58%', '40%', '52%']} label={text('series.loading')} />
  if (list.data === undefined) {
    return <ProblemNotice what={text('series.failed')} error={list.error} onRetry={() => void list.refetch()} />
  }
  const all = list.data.pages.flatMap(({ items }) => items)
  if (all.length === 0) {
    return (
      <EmptyState
        icon={Repeat}
        title={text('series.empty.title')}
        what={text('series.empty.what')}
        action={
          <Link to="/recurring/new" className="inline-flex min-h-8 items-center rounded-small bg-accent px-3 text-small font-strong text-on-accent hover:bg-accent-strong pointer-coarse:min-h-11">
            {text('series.empty.action')}
          </Link>
        }
      />
    )
  }
  const { live, resting, ended } = sections(all)
  return (
    <div className="flex flex-col gap-6">
      <Section title={text('series.live')} series={live} />
      <Section title={text('series.resting')} series={resting} />
      {ended.length > 0 && (
        <details className="group/ended">
          <summary className="mb-2 flex min-h-8 items-center gap-1 rounded-small text-small text-muted">
            <ChevronRight className="size-4 transition-transform group-open/ended:rotate-90 rtl:rotate-180" aria-hidden="true" />
            {text('series.ended', { count: ended.length })}
          </summary>
          <Rows series={ended} />
        </details>
      )}
      {list.hasNextPage && (
        <div className="flex justify-center">
          <Button look="quiet" disabled={list.isFetchingNextPage} onClick={() => void list.fetchNextPage()}>
            {text('series.more')}
          </Button>
        </div>
      )}
    </div>
  )
}

function Section({ title, series }: { title: string; series: readonly Series[] }) {
  if (series.length === 0) return null
  return (
    <section aria-label={title}>
      <h2 className="mb-2 flex items-baseline gap-2 text-small font-strong text-muted">
        {title} <span className="font-normal text-faint tabular-nums">{series.length}</span>
      </h2>
      <Rows series={series} />
    </section>
  )
}

function Rows({ series }: { series: readonly Series[] }) {
  return (
    <ul className="divide-y divide-line rounded-card border border-line bg-surface shadow-card">
      {series.map((one) => (
        <SeriesRow key={one.id} series={one} />
      ))}
    </ul>
  )
}
