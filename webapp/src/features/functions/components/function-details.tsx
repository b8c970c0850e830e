import type { Reader } from '@/lib/say-due'
import { sayAgo } from '@/lib/say-ago'
import { useFunctionName } from '../hooks/use-function-name'
import { isKafkaAway, type LiveFunction, type LiveInsight, secondsOf } from '../lib/history'
import { ActivityMark } from './activity-mark'
import { RunningPicture } from './running-picture'

interface FunctionDetailsProps {
  insight: LiveInsight
  /** The gateway does not answer: this is what it said last. */
  silent: boolean
  reader: Reader
}

/** Each function in full: what it does now, the last minute as a picture, and what it has done. */
export function FunctionDetails({ insight, silent, reader }: FunctionDetailsProps) {
  const { text } = reader
  return (
    <div>
      <p className={`mb-4 max-w-content text-small ${silent ? 'text-soon' : 'text-muted'}`}>
        {text(silent ? 'functions.saidLast' : 'functions.what')}
      </p>
      <div className="grid gap-4 tablet:grid-cols-2">
        {insight.functions.map((state) => (
          <Details key={state.name} state={state} reader={reader} />
        ))}
      </div>
      <p className="mt-4 text-small text-muted">
        {isKafkaAway(insight) && <span className="text-soon">{text('functions.kafkaAway')} </span>}
        {insight.outbox.waiting === 0
          ? text('functions.outbox.empty')
          : text('functions.outbox.waiting', {
              count: insight.outbox.waiting,
              seconds: Math.round(insight.outbox.oldestSeconds),
            })}
      </p>
    </div>
  )
}

function Details({ state, reader }: { state: LiveFunction; reader: Reader }) {
  const { text, locale } = reader
  const name = useFunctionName(state.name)
  const coldStart = state.coldStart == null ? null : secondsOf(state.coldStart)
  const number = new Intl.NumberFormat(locale, { maximumFractionDigits: 2 })
  const facts = [
    { term: text('functions.fact.lag'), value: state.lag === null ? '–' : number.format(state.lag) },
    { term: text('functions.fact.handled'), value: number.format(state.handled) },
    {
      term: text('functions.fact.coldStart'),
      value: coldStart === null ? '–' : text('functions.seconds', { seconds: number.format(coldStart) }),
    },
    { term: text('functions.fact.deadLetters'), value: number.format(state.deadLetters), bad: state.deadLetters > 0 },
  ]
  return (
    <article aria-label={name} className="rounded-card border border-line bg-surface p-4 shadow-card">
      <div className="flex items-center gap-2">
        <ActivityMark activity={state.activity} running={state.running} />
        <h2 className="font-strong">{name}</h2>
        <span className="ms-auto text-small text-muted">
          {text(`functions.activity.${state.activity}`, { running: state.running })}
        </span>
      </div>
      <RunningPicture samples={state.samples} label={text('functions.picture')} />
      <dl className="grid grid-cols-4 gap-3">
        {facts.map(({ term, value, bad }) => (
          <div key={term} className="flex min-w-0 flex-col-reverse justify-end">
            <dt className="text-small text-faint">{term}</dt>
            <dd className={`tabular-nums ${bad === true ? 'font-strong text-late' : ''}`}>{value}</dd>
          </div>
        ))}
      </dl>
      <p className="mt-3 text-small text-faint">
        {state.running === 0 && state.lastStoppedAt != null
          ? text('functions.stopped', { ago: sayAgo(state.lastStoppedAt, reader) })
          : state.lastStartedAt != null
            ? text('functions.started', { ago: sayAgo(state.lastStartedAt, reader) })
            : text('functions.never')}
      </p>
    </article>
  )
}
