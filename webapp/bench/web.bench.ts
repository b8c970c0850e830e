import { gzipSync } from 'node:zlib'
import type { Page } from '@playwright/test'
import { expect, origin, test } from '../e2e/journey'
import { calendar } from './calendar'
import { say, spread } from './figures'
import { typing, watch } from './watch'

const TASKS = Number(process.env.PUNCTUAL_BENCH_TASKS ?? 10_000)
const OPENINGS = 9
/** Milliseconds from key to key: somebody who types fast. */
const PACE = 80
const SCROLLS = 400
/** Pixels a frame: as fast as a hard flick goes. */
const FLICK = 300

async function scrolling(page: Page, what: string, flick: number): Promise<void> {
  await page.evaluate(() => window.notes.long.splice(0))
  for (let round = 0; round < SCROLLS; round++) {
    await page.mouse.wheel(0, flick)
    // The pace of the wheel: one turn a frame.
    await page.waitForTimeout(16)
  }
  const long = await page.evaluate(() => window.notes.long.splice(0))
  const ours = long.filter(({ script }) => script > 50).map(({ script }) => script)
  say(`${what}: tasks of ours over 50 ms`, ours.length === 0 ? 'none' : spread(ours), 'none')
  long.sort((a, b) => b.script - a.script).slice(0, 3).forEach(({ name }) => console.log(`    ${name}`))
}

test('the web app before many tasks', async ({ context, person }) => {
  const brought = await person.request.post(`${origin}/api/v1/import`, {
    headers: { 'Content-Type': 'text/calendar' },
    data: calendar(TASKS),
    timeout: 300_000,
  })
  expect(brought.status(), await brought.text()).toBe(200)
  const { count } = await person.get<{ count: number }>('tasks/count?q=is%3Aopen')
  expect(count).toBe(TASKS)
  console.log(`\nThe web app with ${TASKS} tasks`)

  const cold: number[] = []
  const warm: number[] = []
  let kilobytes = 0
  for (let round = 0; round < OPENINGS; round++) {
    const page = await context.newPage()
    await watch(page)
    const session = await context.newCDPSession(page)
    await session.send('Network.enable')
    await session.send('Network.clearBrowserCache')
    const scripts: Promise<number>[] = []
    page.on('response', (response) => {
      if (response.url().endsWith('.js')) scripts.push(response.body().then((body) => gzipSync(body).length, () => 0))
    })
    const usable = async () => {
      const at = await page.waitForFunction(() => window.notes.usableAt)
      return Number(await at.jsonValue())
    }
    await page.goto(origin)
    cold.push(await usable())
    kilobytes = (await Promise.all(scripts)).reduce((sum, bytes) => sum + bytes, 0) / 1024
    await page.reload()
    warm.push(await usable())
    await page.close()
  }
  say('Today usable, nothing in the cache', spread(cold), '< 1,000 ms')
  say('Today usable, again', spread(warm), '< 1,000 ms')
  say('its JavaScript, gzipped', `${kilobytes.toFixed(1)} KB`, '≤ 150 KB')

  const page = await context.newPage()
  await watch(page)
  await page.goto(origin)
  await expect(page.locator('input[data-task]').first()).toBeVisible()
  await page.keyboard.press('n')
  say('quick add, a key: work of the main thread', spread(await typing(page, 'Call Ada tomorrow at 3 pm #work p1 about the report', PACE)), '< 16 ms')
  const sayKeys = async (where: string) => {
    const keys = await page.evaluate(() => window.notes.keys.splice(0))
    say(`${where}, keys painted after 16 ms or more`, keys.length === 0 ? 'none' : spread(keys), 'none over 50 ms')
  }
  await sayKeys('quick add')
  await page.getByRole('textbox', { name: 'Title of the new task' }).fill('')
  await page.getByRole('heading', { level: 1 }).click()

  await page.keyboard.press('g')
  await page.keyboard.press('a')
  await expect(page.getByRole('heading', { level: 1, name: 'Tasks' })).toBeVisible()
  const list = page.getByRole('list', { name: 'Tasks' })
  await expect(list.getByRole('listitem').first()).toBeVisible()
  await page.mouse.move(700, 600)
  await scrolling(page, 'scrolling while the list is loaded', FLICK)
  // As far as it goes, so that all are in the list.
  for (let before = -1, now = 0; before !== now; ) {
    before = now
    await page.keyboard.press('End')
    // Only that nothing more comes says that it is the end.
    await page.waitForTimeout(500)
    now = await list.evaluate((element) => element.getBoundingClientRect().height)
  }
  const rows = await list.getByRole('listitem').first().getAttribute('aria-setsize')
  await scrolling(page, `scrolling back through ${rows ?? '?'} rows`, -FLICK)

  await page.evaluate(() => window.scrollTo(0, 0))
  await page.keyboard.press('/')
  await page.evaluate(() => window.notes.keys.splice(0))
  say('search, a key: work of the main thread', spread(await typing(page, ' tag:work priority>=medium report due:this-week', PACE)), '< 16 ms')
  await sayKeys('search')
})
