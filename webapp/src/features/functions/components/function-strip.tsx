import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { Unplug } from 'lucide-react'
import { useText } from '@/lib/i18n'
import { insightOptions } from '../api/get-insight'
import { useFunctionName } from '../hooks/use-function-name'
import { isKafkaAway, type LiveFunction } from '../lib/history'
import { ActivityMark } from './activity-mark'

/** Which functions run now, in as little room as there is; it leads to the page that says more. */
export function FunctionStrip() {
  const text = useText()
  const { data: insight, failureCount } = useQuery(insightOptions)
  // Without an answer nobody knows what runs: what was said last is not repeated as if it still held.
  const silent = failureCount > 0

  return (
    <section aria-label={text('functions.label')} className="border-t border-line pt-3 text-small">
      <Link to="/insight" title={text('functions.more')} className="flex min-h-13 flex-col justify-center gap-1 rounded-small px-1 py-1 hover:bg-hover wide:px-2">
        {silent && <Away words={text('functions.silent')} />}
        {!silent && insight?.functions.map((state) => <Summary key={state.name} state={state} />)}
        {!silent && insight !== undefined && isKafkaAway(insight) && <Away words={text('functions.kafkaAway.short')} />}
        <span className="sr-only">{text('functions.more')}</span>
      </Link>
    </section>
  )
}

function Away({ words }: { words: string }) {
  return (
    <span className="flex min-w-0 items-center justify-center gap-2 text-soon wide:justify-start">
      <Unplug className="size-4 shrink-0" aria-hidden="true" />
      <span className="sr-only wide:not-sr-only">{words}</span>
    </span>
  )
}

function Summary({ state }: { state: LiveFunction }) {
  const text = useText()
  const name = useFunctionName(state.name)
  const quiet = state.activity === 'zero' || state.activity === 'unknown'
  return (
    <span className="flex min-w-0 items-center justify-center gap-2 wide:justify-start">
      <ActivityMark activity={state.activity} running={state.running} />
      <span className="sr-only wide:not-sr-only wide:flex wide:min-w-0 wide:grow wide:justify-between wide:gap-2">
        <span className="truncate text-muted">{name}</span>{' '}
        <span className={`shrink-0 ${quiet ? 'text-faint' : 'text-accent'}`}>
          {text(`functions.short.${state.activity}`, { running: state.running })}
        </span>
      </span>
    </span>
  )
}
