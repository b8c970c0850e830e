import { Clock } from 'lucide-react'
import { useReader } from '@/hooks/use-reader'
import { sayMoment } from '@/lib/say-ago'
import type { PreviewMoment } from '../api/types'
import { sayOccurrence, sayShift } from '../lib/say-occurrence'

interface OccurrenceTimeProps {
  moment: Pick<PreviewMoment, 'local' | 'at' | 'zoneShift'>
  zone: string
  dateOnly: boolean
}

/** Day and time of an occurrence; when its zone moved it, a mark and one sentence below. */
export function OccurrenceTime({ moment, zone, dateOnly }: OccurrenceTimeProps) {
  const reader = useReader()
  const { day, time } = sayOccurrence(moment.at, { zone, dateOnly }, reader)
  const shift = dateOnly ? null : sayShift(moment, zone, reader)
  return (
    <span className="min-w-0">
      <time dateTime={moment.at} title={sayMoment(moment.at, zone, reader.locale)} className="tabular-nums">
        {day} {time !== '' && <span className={shift === null ? '' : 'font-strong text-soon'}>{time}</span>}
      </time>
      {shift !== null && (
        <span className="mt-0.5 flex items-start gap-1 text-small text-soon">
          <Clock className="mt-0.5 size-4 shrink-0" aria-hidden="true" />
          {shift}
        </span>
      )}
    </span>
  )
}
