import { useQuery } from '@tanstack/react-query'
import { ProblemNotice } from '@/components/problem-notice'
import { useReader } from '@/hooks/use-reader'
import { format } from '@/lib/say-due'
import { sayMoment } from '@/lib/say-ago'
import { historyOptions } from '../api/get-reminders'
import type { Step } from '../api/types'
import { sayStep } from '../lib/say-step'

/** Why a reminder did, or did not, fire: what happened to it, to the second. */
export function ReminderStory({ id }: { id: string }) {
  const { text } = useReader()
  const story = useQuery({ ...historyOptions(id), staleTime: 0 })
  if (story.isPending) return <p className="px-4 pb-3 ps-11 text-small text-faint">{text('reminders.history.loading')}</p>
  if (story.data === undefined) {
    return (
      <div className="px-4 pb-3">
        <ProblemNotice what={text('reminders.history.failed')} error={story.error} onRetry={() => void story.refetch()} />
      </div>
    )
  }
  return (
    <ol className="flex flex-col px-4 pb-3 ps-11">
      {story.data.items.map((step, index) => (
        <StoryLine key={index} step={step} />
      ))}
    </ol>
  )
}

function StoryLine({ step }: { step: Step }) {
  const reader = useReader()
  const { zone, locale } = reader
  const moment = Date.parse(step.at)
  return (
    <li className="relative grid grid-cols-[auto_minmax(0,1fr)] gap-x-3 border-s border-line py-1 ps-4 text-small before:absolute before:-start-1 before:top-2.5 before:size-2 before:rounded-full before:bg-line-strong last:before:bg-accent">
      <time dateTime={step.at} title={sayMoment(step.at, zone, locale)} className="text-faint tabular-nums">
        {format(moment, { day: 'numeric', month: 'short' }, zone, locale)}{' '}
        {format(moment, { timeStyle: 'medium' }, zone, locale)}
      </time>
      <span className="min-w-0 break-words">{sayStep(step, reader)}</span>
    </li>
  )
}
