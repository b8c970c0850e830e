import { toZoned } from '@internationalized/date'
import { useQuery } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { Pencil, SkipForward } from 'lucide-react'
import { IconButton } from '@/components/icon-button'
import { useReader } from '@/hooks/use-reader'
import { dayOf, placeOf } from '@/lib/say-due'
import { occurrencesOptions } from '../api/get-occurrences'
import { useSkipOccurrence } from '../api/skip-occurrence'
import type { Occurrence, Series } from '../api/types'
import { sayOccurrence } from '../lib/say-occurrence'
import { isDateOnly } from '../lib/series-sections'
import { OccurrenceTime } from './occurrence-time'

interface SeriesDatesProps {
  series: Series
  ended: boolean
}

/** The occurrences of the next year, each to be skipped or changed, and those of the last two months with what became of them. */
export function SeriesDates({ series, ended }: SeriesDatesProps) {
  const { text, now, zone } = useReader()
  const today = dayOf(now, zone)
  const day = (date: typeof today) => toZoned(date, zone).toAbsoluteString()
  const ahead = useQuery({ ...occurrencesOptions(series.id, day(today), day(today.add({ years: 1 }))), enabled: !ended })
  const before = useQuery(occurrencesOptions(series.id, day(today.subtract({ months: 2 })), day(today)))
  const made = before.data?.items.filter(({ task }) => task !== null).reverse() ?? []

  return (
    <>
      {!ended && (
        <section aria-labelledby="ahead">
          <h4 id="ahead" className="mb-1 text-small font-strong text-muted">
            {text('series.ahead')}
            {series.zone !== null && series.zone !== zone && (
              <span className="font-normal text-faint"> · {text('series.preview.zone', { place: placeOf(series.zone) })}</span>
            )}
          </h4>
          {ahead.data?.items.length === 0 ? (
            <p className="text-small text-muted">{text('series.aheadNone')}</p>
          ) : (
            <ol className="flex min-h-40 flex-col">
              {ahead.data?.items.map((occurrence) => <Ahead key={occurrence.local} series={series} occurrence={occurrence} />)}
            </ol>
          )}
        </section>
      )}
      {made.length > 0 && (
        <section aria-labelledby="before">
          <h4 id="before" className="mb-1 text-small font-strong text-muted">
            {text('series.before')}
          </h4>
          <ol className="flex flex-col">
            {made.map((occurrence) => (
              <li key={occurrence.local} className="flex min-h-8 items-baseline justify-between gap-3 border-t border-line py-1.5 first:border-t-0">
                <Time series={series} occurrence={occurrence} />
                <State occurrence={occurrence} />
              </li>
            ))}
          </ol>
        </section>
      )}
    </>
  )
}

function Ahead({ series, occurrence }: { series: Series; occurrence: Occurrence }) {
  const reader = useReader()
  const { text } = reader
  const navigate = useNavigate()
  const skip = useSkipOccurrence()
  const { day, time } = sayOccurrence(occurrence.at, { zone: series.zone ?? reader.zone, dateOnly: isDateOnly(series) }, reader)
  const when = `${day} ${time}`.trim()
  return (
    <li className="group flex min-h-row items-center justify-between gap-2 border-t border-line first:border-t-0">
      <Time series={series} occurrence={occurrence} />
      <span className="flex shrink-0 items-center">
        <State occurrence={occurrence} />
        <IconButton
          label={text('series.changeOne', { when })}
          icon={Pencil}
          onClick={() =>
            void navigate({ to: '/recurring/$seriesId', params: { seriesId: series.id }, search: { from: occurrence.local } })
          }
        />
        <IconButton label={text('series.skipOne', { when })} icon={SkipForward} onClick={() => skip.mutate({ series, occurrence, when })} />
      </span>
    </li>
  )
}

function Time({ series, occurrence }: { series: Series; occurrence: Occurrence }) {
  const { zone } = useReader()
  return <OccurrenceTime moment={occurrence} zone={series.zone ?? zone} dateOnly={isDateOnly(series)} />
}

function State({ occurrence: { task } }: { occurrence: Occurrence }) {
  const { text } = useReader()
  if (task === null) return null
  return <span className="text-small text-faint">{text(`series.occurrence.${task.status}`)}</span>
}
