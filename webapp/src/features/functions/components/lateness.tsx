import { useQuery } from '@tanstack/react-query'
import type { Reader } from '@/lib/say-due'
import { latenessOptions } from '../api/get-lateness'

const HEIGHT = 40
const STEP = 8
/** What stands as high as this, in seconds, is as tall as the picture even when nothing was later. */
const TALL = 1

/** How late the person's reminders came: three numbers and a picture. */
export function Lateness({ reader: { text, locale } }: { reader: Reader }) {
  const { data } = useQuery(latenessOptions)
  if (data === undefined) return <div className="mt-4 h-40" />
  const number = new Intl.NumberFormat(locale, { maximumFractionDigits: 2 })
  const seconds = (value: number) => text('functions.seconds', { seconds: number.format(value) })
  const facts = [
    { term: text('lateness.half'), value: seconds(within(data, 50)) },
    { term: text('lateness.most'), value: seconds(within(data, 95)) },
    { term: text('lateness.worst'), value: seconds(within(data, 100)) },
  ]
  return (
    <section aria-labelledby="lateness" className="mt-4 rounded-card border border-line bg-surface p-4 shadow-card">
      <h2 id="lateness" className="font-strong">
        {text('lateness.title')}
      </h2>
      <p className="text-small text-pretty text-muted">{data.length === 0 ? text('lateness.none') : text('lateness.what', { count: data.length })}</p>
      {data.length > 0 && (
        <>
          <Bars seconds={data} label={text('lateness.picture')} />
          <dl className="grid grid-cols-3 gap-3">
            {facts.map(({ term, value }) => (
              <div key={term} className="flex min-w-0 flex-col-reverse justify-end">
                <dt className="text-small text-faint">{term}</dt>
                <dd className="tabular-nums">{value}</dd>
              </div>
            ))}
          </dl>
        </>
      )}
    </section>
  )
}

function Bars({ seconds, label }: { seconds: readonly number[]; label: string }) {
  const tallest = Math.max(TALL, ...seconds)
  return (
    <svg role="img" aria-label={label} viewBox={`0 0 ${seconds.length * STEP} ${HEIGHT}`} className="my-3 block h-10 max-w-full">
      {seconds.map((late, index) => {
        const height = Math.max(1.5, (late / tallest) * (HEIGHT - 2))
        return <rect key={index} x={index * STEP + 1} y={HEIGHT - 1 - height} width={STEP - 3} height={height} rx={1} className="fill-accent opacity-60" />
      })}
      <path d={`M0 ${HEIGHT - 0.5}H${seconds.length * STEP}`} className="stroke-line-strong" />
    </svg>
  )
}

/** So many seconds late were at most this many percent of them. */
export function within(seconds: readonly number[], percent: number): number {
  const sorted = [...seconds].sort((a, b) => a - b)
  return sorted[Math.max(0, Math.ceil((percent / 100) * sorted.length) - 1)] ?? 0
}
