import type { FunctionState, Insight } from '@/api/types'

/** How many samples a picture shows: one minute at one each 2 s. */
export const SAMPLES = 30

export type Activity = 'zero' | 'starting' | 'working' | 'idle' | 'unknown'

/** One function at one moment. */
export interface Sample {
  running: number
  /** Null: Kafka does not answer, so nobody knows what waits. */
  lag: number | null
  handled: number
}

export interface LiveFunction extends FunctionState {
  activity: Activity
  /** The newest last. */
  samples: readonly Sample[]
}

export interface LiveInsight {
  functions: readonly LiveFunction[]
  outbox: Insight['outbox']
}

/** Adds what the gateway says now to what it said before. */
export function follow(before: LiveInsight | undefined, now: Insight): LiveInsight {
  return {
    outbox: now.outbox,
    functions: now.functions.map((state) => {
      const earlier = before?.functions.find(({ name }) => name === state.name)?.samples ?? []
      const { running, lag, handled } = state
      return {
        ...state,
        activity: activityOf(state, earlier.at(-1)),
        samples: [...earlier, { running, lag, handled }].slice(-SAMPLES),
      }
    }),
  }
}

/**
 * At zero: no process and nothing to do. Starting: work waits for a process. Idle: a process without work, about to go.
 * Unknown: what waits is not known, and nothing else tells.
 */
export function activityOf(now: Sample, before: Sample | undefined): Activity {
  if (now.running > 0 && before !== undefined && now.handled > before.handled) return 'working'
  if (now.lag === null) return 'unknown'
  if (now.running === 0) return now.lag > 0 ? 'starting' : 'zero'
  return now.lag > 0 ? 'working' : 'idle'
}

/** Whether Kafka does not answer; what is saved meanwhile is published when it does. */
export function isKafkaAway(insight: LiveInsight): boolean {
  return insight.functions.some(({ lag }) => lag === null)
}

/** An ISO 8601 duration of hours, minutes and seconds ("PT0.58S") in seconds; null for what is none. */
export function secondsOf(duration: string): number | null {
  const match = /^PT(?:([\d.]+)H)?(?:([\d.]+)M)?(?:([\d.]+)S)?$/.exec(duration)
  if (match === null) return null
  const [hours = 0, minutes = 0, seconds = 0] = match.slice(1).map((part) => Number(part as string | undefined) || 0)
  return hours * 3600 + minutes * 60 + seconds
}
