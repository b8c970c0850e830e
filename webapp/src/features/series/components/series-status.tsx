import { useText } from '@/lib/i18n'
import type { Series } from '../api/types'

const looks: Record<Series['status'], string> = {
  pending: 'text-muted border-line',
  active: 'text-accent-strong border-accent bg-accent-soft',
  paused: 'text-soon border-soon',
  completed: 'text-faint border-line',
  cancelled: 'text-faint border-line line-through',
}

/** The state of a series in a word. */
export function SeriesStatus({ status }: { status: Series['status'] }) {
  const text = useText()
  return (
    <span className={`inline-flex rounded-full border px-2 text-small whitespace-nowrap ${looks[status]}`}>
      {text(`series.status.${status}`)}
    </span>
  )
}
