import { type Sample, SAMPLES } from '../lib/history'

const HEIGHT = 28
const STEP = 8

/** The last minute: processes as filled steps over a base line, waiting work as a thin line. */
export function RunningPicture({ samples, label }: { samples: readonly Sample[]; label: string }) {
  const width = SAMPLES * STEP
  const missing = SAMPLES - samples.length
  const most = Math.max(1, ...samples.map(({ running }) => running))
  const mostLag = Math.max(1, ...samples.map(({ lag }) => lag ?? 0))
  const x = (index: number) => (missing + index) * STEP
  const lag = samples
    .map((sample, index) => `${x(index) + STEP / 2},${HEIGHT - 1 - ((sample.lag ?? 0) / mostLag) * (HEIGHT - 4)}`)
    .join(' ')
  return (
    <svg
      role="img"
      aria-label={label}
      viewBox={`0 0 ${width} ${HEIGHT}`}
      preserveAspectRatio="none"
      className="my-3 block h-7 w-full"
    >
      {samples.map(({ running }, index) => {
        const height = (running / most) * (HEIGHT - 6)
        return (
          <rect key={x(index)} x={x(index)} y={HEIGHT - 1 - height} width={STEP} height={height} shapeRendering="crispEdges" className="fill-accent opacity-40" />
        )
      })}
      <path d={`M0 ${HEIGHT - 0.5}H${width}`} className="stroke-line-strong" vectorEffect="non-scaling-stroke" />
      {samples.some(({ lag: waiting }) => (waiting ?? 0) > 0) && (
        <polyline points={lag} fill="none" className="stroke-soon" strokeWidth="1.5" vectorEffect="non-scaling-stroke" />
      )}
    </svg>
  )
}
