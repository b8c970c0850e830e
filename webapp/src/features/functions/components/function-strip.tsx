import { useQuery } from '@tanstack/react-query'
import { ChevronUp, Unplug } from 'lucide-react'
import { useState } from 'react'
import { useReader } from '@/hooks/use-reader'
import { useText } from '@/lib/i18n'
import { insightOptions } from '../api/get-insight'
import { isKafkaAway, type LiveFunction } from '../lib/history'
import { ActivityMark } from './activity-mark'
import { FunctionDetails } from './function-details'
import { useFunctionName } from '../hooks/use-function-name'

/** One line at the foot of the page: which functions run now. It opens into what each has done. */
export function FunctionStrip() {
  const text = useText()
  const reader = useReader()
  const [open, setOpen] = useState(false)
  const { data: insight, failureCount } = useQuery(insightOptions)
  // Without an answer nobody knows what runs: what was said last is not repeated as if it still held.
  const silent = failureCount > 0

  return (
    <section
      aria-label={text('functions.label')}
      className="fixed inset-x-0 bottom-0 z-30 border-t border-line bg-surface"
      onKeyDown={(event) => {
        if (event.key === 'Escape') setOpen(false)
      }}
    >
      {open && insight !== undefined && <FunctionDetails insight={insight} silent={silent} reader={reader} />}
      <button
        type="button"
        aria-expanded={open}
        disabled={insight === undefined}
        onClick={() => setOpen(!open)}
        className="block w-full text-small outline-offset-[-2px] hover:bg-hover"
      >
        <span className="mx-auto flex h-bar max-w-page items-center gap-3 px-4 text-start tablet:gap-5 wide:px-6">
        <span className="hidden text-muted tablet:inline">{text('functions.title')}</span>
        {silent && (
          <span className="flex min-w-0 items-center gap-2 text-faint">
            <Unplug className="size-4 shrink-0" aria-hidden="true" />
            <span className="truncate">{text('functions.silent')}</span>
          </span>
        )}
        {!silent && insight?.functions.map((state) => (
          <Summary key={state.name} state={state} />
        ))}
        {!silent && insight !== undefined && isKafkaAway(insight) && (
          <span className="flex min-w-0 items-center gap-2 text-soon">
            <Unplug className="size-4 shrink-0" aria-hidden="true" />
            <span className="truncate">{text('functions.kafkaAway.short')}</span>
          </span>
        )}
        <ChevronUp
          className={`ms-auto size-4 shrink-0 text-faint transition-transform ${open ? 'rotate-180' : ''}`}
          aria-hidden="true"
        />
        <span className="sr-only">{text(open ? 'functions.less' : 'functions.more')}</span>
        </span>
      </button>
    </section>
  )
}

function Summary({ state }: { state: LiveFunction }) {
  const text = useText()
  const name = useFunctionName(state.name)
  return (
    <span className="flex min-w-0 items-center gap-2">
      <ActivityMark activity={state.activity} running={state.running} />
      <span className="truncate">
        <span className="font-strong">{name}</span>{' '}
        <span className={state.activity === 'zero' || state.activity === 'unknown' ? 'text-faint' : 'text-accent'}>
          {text(`functions.short.${state.activity}`, { running: state.running })}
        </span>
      </span>
    </span>
  )
}
