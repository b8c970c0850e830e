/** Of some durations in milliseconds, in no order. */
export function percentile(of: readonly number[], percent: number): number {
  const sorted = [...of].sort((a, b) => a - b)
  return sorted[Math.min(sorted.length - 1, Math.ceil((percent / 100) * sorted.length) - 1)] ?? Number.NaN
}

export const spread = (of: readonly number[]) =>
  `p50 ${percentile(of, 50).toFixed(1)}  p95 ${percentile(of, 95).toFixed(1)}  max ${Math.max(...of).toFixed(1)} ms (${of.length})`

/** One line of the report: what was measured, and the goal. */
export function say(what: string, measured: string, goal: string): void {
  console.log(`  ${what.padEnd(44)}${measured.padEnd(52)}goal ${goal}`)
}
