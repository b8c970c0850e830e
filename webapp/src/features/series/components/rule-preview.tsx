import type { UseQueryResult } from '@tanstack/react-query'
import { useReader } from '@/hooks/use-reader'
import { daysAway, placeOf } from '@/lib/say-due'
import { sayProblem } from '@/lib/say-problem'
import type { Preview, PreviewQuestion } from '../api/types'
import { isRefusal } from '../lib/refusals'
import { OccurrenceTime } from './occurrence-time'

interface RulePreviewProps {
  question: PreviewQuestion
  preview: UseQueryResult<Preview>
  /** The next only follows when one is done. */
  afterCompletion: boolean
}

/** The next ten, as the gateway counts them; what it was before stays, paler, until the answer is there. */
export function RulePreview({ question, preview, afterCompletion }: RulePreviewProps) {
  const reader = useReader()
  const { text } = reader
  const zone = question.zone ?? reader.zone
  const dateOnly = !question.start.includes('T')

  const away = (at: string): string => {
    const days = daysAway({ date: null, zone, at }, reader.now, zone)
    if (days < 0) return text('series.preview.past')
    return days === 0 ? text('due.today') : text('series.preview.inDays', { count: days })
  }

  return (
    <section aria-labelledby="preview" className="rounded-card border border-line bg-surface p-4 shadow-card">
      <h2 id="preview" className="mb-1 text-small text-muted">
        {text('series.preview.title')}
      </h2>
      {preview.isError && !isRefusal(preview.error) && (
        <p role="alert" className="text-small text-late">
          {sayProblem(preview.error, text)}
        </p>
      )}
      {preview.data === undefined ? (
        !preview.isError && <PreviewSkeleton />
      ) : (
        <div className={`transition-opacity ${preview.isError || preview.isPlaceholderData ? 'opacity-60' : ''}`}>
          <p aria-live="polite" className="mb-3 font-strong text-balance first-letter:uppercase">
            {preview.data.summary}
          </p>
          {afterCompletion && <p className="mb-2 text-small text-soon">{text('series.preview.completion')}</p>}
          <ol className="flex flex-col">
            {preview.data.occurrences.map((moment, index) => (
              <li
                key={moment.local}
                className="grid min-h-8 grid-cols-[1.25rem_minmax(0,1fr)_auto] items-baseline gap-x-3 border-t border-line py-1.5 first:border-t-0"
              >
                <span className="text-end text-small text-faint tabular-nums">{index + 1}</span>
                <OccurrenceTime moment={moment} zone={zone} dateOnly={dateOnly} />
                <span className="text-small text-faint tabular-nums">{away(moment.at)}</span>
              </li>
            ))}
          </ol>
          <p className="mt-2 border-t border-line pt-2 text-small text-faint">
            {preview.data.truncated
              ? text('series.preview.more')
              : text('series.preview.all', { count: preview.data.occurrences.length })}
            {zone !== reader.zone && ` ${text('series.preview.zone', { place: placeOf(zone) })}`}
          </p>
        </div>
      )}
    </section>
  )
}

const SHAPES = ['62%', '54%', '58%', '60%', '52%', '57%', '61%', '55%', '59%', '53%']

function PreviewSkeleton() {
  return (
    <div aria-hidden="true" className="flex flex-col gap-5 pt-1">
      <span className="h-4 w-3/4 rounded-full bg-line" />
      {SHAPES.map((width) => (
        <span key={width} className="h-3 rounded-full bg-line" style={{ width }} />
      ))}
    </div>
  )
}
