import type { Due } from '@/api/types'
import { type DueTone, type Reader, sayDue } from '@/lib/say-due'

const looks: Record<DueTone, string> = {
  late: 'text-late',
  soon: 'text-soon font-strong',
  today: 'text-text',
  later: 'text-muted',
  past: 'text-faint',
}

/** When something is due as people say it; the exact moment and its zone under the pointer or the focus of its row. */
export function DueTime({ due, open, reader }: { due: Due; open: boolean; reader: Reader }) {
  const said = sayDue(due, open, reader)
  return (
    <span className="group/due relative inline-flex shrink-0 items-baseline gap-2">
      <time dateTime={due.at} className={`whitespace-nowrap tabular-nums ${looks[said.tone]}`}>
        {said.words}
      </time>
      {said.elsewhere !== null && <span className="whitespace-nowrap text-faint tabular-nums">{said.elsewhere}</span>}
      <span className="sr-only">{said.exact}</span>
      <span
        aria-hidden="true"
        className="tip start-0 top-full mt-1 group-hover/due:block group-has-focus-visible:block tablet:start-auto tablet:end-0"
      >
        {said.exact}
      </span>
    </span>
  )
}
