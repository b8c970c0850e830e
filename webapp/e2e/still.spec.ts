import type { Page } from '@playwright/test'
import { expect, fill, origin, test } from './journey'

declare global {
  interface Window {
    moved: string[]
  }
}

interface LayoutShift extends PerformanceEntry {
  hadRecentInput: boolean
  sources: { node?: Node; previousRect: DOMRect; currentRect: DOMRect }[]
}

/** The page notes what moved although nobody did anything. */
const noteWhatMoves = (page: Page) =>
  page.addInitScript(() => {
    window.moved = []
    const place = ({ x, y, width, height }: DOMRect) => `${x} ${y} ${width}×${height}`
    new PerformanceObserver((list) => {
      for (const { hadRecentInput, sources } of list.getEntries() as LayoutShift[])
        if (!hadRecentInput)
          window.moved.push(...sources.map(({ node, previousRect, currentRect }) => `“${node?.textContent?.slice(0, 60) ?? ''}” from ${place(previousRect)} to ${place(currentRect)}`))
    }).observe({ type: 'layout-shift', buffered: true })
  })

/** How many answers are awaited; the stream's never ends. */
function countRequests(page: Page): () => number {
  const awaited = new Set<unknown>()
  page.on('request', (request) => request.url().endsWith('/events') || awaited.add(request))
  page.on('requestfinished', (request) => awaited.delete(request))
  page.on('requestfailed', (request) => awaited.delete(request))
  return () => awaited.size
}

const drawn = (page: Page) => page.evaluate(() => new Promise((drawn) => requestAnimationFrame(() => requestAnimationFrame(drawn))))

const paths = ['/', '/upcoming', '/tasks', '/recurring', '/recurring/new', '/reminders', '/tags', '/notifications', '/insight', '/settings']

test('nothing moves while a page is loaded', async ({ page, person }) => {
  await fill(person)
  await noteWhatMoves(page)
  const awaited = countRequests(page)
  for (const [width, height] of [[1440, 900], [390, 844]] as const) {
    await page.setViewportSize({ width, height })
    for (const path of paths) {
      await page.goto(origin + path)
      await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
      await expect.poll(awaited).toBe(0)
      await drawn(page)
      expect.soft(await page.evaluate(() => window.moved), `${path} at ${width}`).toEqual([])
    }
  }
})
