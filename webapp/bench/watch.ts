import type { CDPSession, Page } from '@playwright/test'

/** What the page notes of itself, from its first moment on. */
export interface Notes {
  /** When the first task of the list could be completed, from the beginning of the navigation. */
  usableAt: number | null
  /** Frames over 50 ms: how long the longest task of ours in it took, 0 when there was none, and what it was. */
  long: { script: number; name: string }[]
  /** Events and how long they took until they were painted, in steps of 8 ms. */
  keys: number[]
}

declare global {
  interface Window {
    notes: Notes
  }
}

interface LongFrame extends PerformanceEntry {
  scripts: { duration: number; sourceURL: string; invoker: string; sourceFunctionName: string }[]
}

export async function watch(page: Page): Promise<void> {
  await page.addInitScript(() => {
    const notes: Notes = { usableAt: null, long: [], keys: [] }
    window.notes = notes
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries() as LongFrame[]) {
        const [longest] = [...entry.scripts].sort((a, b) => b.duration - a.duration)
        const name = longest === undefined ? '' : `${longest.invoker} ${longest.sourceFunctionName} ${longest.sourceURL.split('/').at(-1) ?? ''} ${longest.duration.toFixed(0)} ms`
        notes.long.push({ script: longest?.duration ?? 0, name })
      }
    }).observe({ type: 'long-animation-frame', buffered: true })
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries()) if (entry.name === 'keydown' || entry.name === 'input') notes.keys.push(entry.duration)
    }).observe({ type: 'event', durationThreshold: 16, buffered: true } as PerformanceObserverInit)
    const look = () => {
      const check = document.querySelector('input[data-task]:not(:disabled)')
      const line = document.getElementById('quick-add')
      if (check !== null && line !== null) notes.usableAt = performance.now()
      else requestAnimationFrame(look)
    }
    requestAnimationFrame(look)
  })
}

/** How long the main thread has worked since the browser began, in milliseconds. */
export async function worked(session: CDPSession): Promise<number> {
  const { metrics } = await session.send('Performance.getMetrics')
  return (metrics.find(({ name }) => name === 'TaskDuration')?.value ?? Number.NaN) * 1000
}

/** The waits are the pace of the hand. What each key costs the main thread until the next one comes, without what it does when nobody types; in milliseconds. */
export async function typing(page: Page, words: string, pause: number): Promise<number[]> {
  const session = await page.context().newCDPSession(page)
  await session.send('Performance.enable')
  const costs: number[] = []
  const idle: number[] = []
  for (let round = 0; round < 10; round++) {
    const before = await worked(session)
    await page.waitForTimeout(pause)
    idle.push((await worked(session)) - before)
  }
  const rest = idle.sort((a, b) => a - b)[5] ?? 0
  for (const letter of words) {
    const before = await worked(session)
    await page.keyboard.type(letter)
    await page.waitForTimeout(pause)
    costs.push(Math.max(0, (await worked(session)) - before - rest))
  }
  await session.detach()
  return costs
}
