/** Of some durations in milliseconds, in no order. */
export function percentile(of: readonly number[], percent: number): number {
  const sorted = [...of].sort((a, b) => a - b)
  return sorted[Math.min(sorted.length - 1, Math.ceil((percent / 100) * sorted.length) - 1)] ?? Number.NaN
}

export const spread = (of: readonly number[]) =>
  `p50 ${percentile(of, 50).toFixed(1)}  p95 ${percentile(of, 95).toFixed(1)}  max ${Math.max(...of).toFixed(1)} ms (${of.length})`

/** Where the columns begin. */
const [WHAT, MEASURED, GOAL] = [2, 46, 94]

/** What is wider than its column has a line of its own, so that the next one begins where it always does. */
const column = (words: string, from: number, to: number) => (words.length < to - from ? words.padEnd(to - from) : `${words}\n${' '.repeat(to)}`)

/** One line of the report: what was measured, and the goal. */
export function say(what: string, measured: string, goal: string): void {
  console.log(`${' '.repeat(WHAT)}${column(what, WHAT, MEASURED)}${column(measured, MEASURED, GOAL)}goal ${goal}`)
}
