import { mkdirSync } from 'node:fs'
import type { Task } from '../src/api/types'
import { dayFromNow, expect, go, inSeconds, movePointerAway, origin, type Person, settled, test } from './journey'

/** Where the pictures go; without it there are none. `PICTURES=/tmp/pictures npm run e2e -- pictures` */
const folder = process.env.PICTURES

test.skip(folder === undefined, 'PICTURES names no folder')
test.describe.configure({ timeout: 600_000 })

/** A week of somebody's, as it might be. */
async function live({ post, request }: Person): Promise<void> {
  const task = (title: string, rest: object = {}) => post<Task>('tasks', { title, ...rest })
  const on = (days: number, time?: string, zone?: string) =>
    time === undefined ? { due: { date: dayFromNow(days) } } : { due: { local: `${dayFromNow(days)}T${time}`, ...(zone !== undefined && { zone }) } }
  await request.patch(`${origin}/api/v1/me`, { data: { name: 'Ada Lovelace' } })

  await post('series', { title: 'Weekly report to the board', start: `${dayFromNow(-1)}T14:00`, zone: 'America/New_York', rule: 'FREQ=WEEKLY;BYDAY=FR', tags: ['work'], priority: 'high', reminders: [{ before: 'PT15M' }] })
  await post('series', { title: 'Water the balcony', start: `${dayFromNow(1)}T08:00`, zone: 'Europe/Berlin', rule: 'FREQ=DAILY;INTERVAL=3', tags: ['home'], repeat: 'completion' })
  await post('series', { title: 'Pay the rent', start: `${dayFromNow(0).slice(0, 8)}01`, rule: 'FREQ=MONTHLY;BYMONTHDAY=1', tags: ['home', 'money'] })
  await post('series', { title: 'Team sync', start: `${dayFromNow(1)}T10:00`, zone: 'Europe/Berlin', rule: 'FREQ=WEEKLY;BYDAY=MO,WE', tags: ['work'] })
  await post('series', { title: 'Back up the photos', start: `${dayFromNow(3)}T20:00`, zone: 'Europe/Berlin', rule: 'FREQ=MONTHLY;BYDAY=-1SU', priority: 'low', tags: ['home'] })

  await task('Renew the passport before the trip to Lisbon', { priority: 'high', tags: ['travel'], ...on(-3) })
  await task('Answer Grace about the keynote', { tags: ['work'], ...on(-1, '16:30') })
  const now = new Date(Date.now() + 50 * 60_000)
  const call = await task('Call the dentist', { due: { at: now.toISOString() } })
  await task('Groceries: oats, lemons, coffee, something green', { tags: ['home'], ...on(0) })
  await task('Review the release notes', { priority: 'high', tags: ['work', 'writing'], ...on(0, '17:00') })
  await task('Book the train to Vienna', { tags: ['travel'], ...on(1) })
  const slides = await task('Send the slides to the conference team in New York', { tags: ['work', 'writing'], notes: 'They need **PDF and sources**, 16:9.\n\n- the new diagram on page 4\n- no speaker notes\n\nSee [their checklist](https://example.org).', priority: 'high', ...on(2, '12:00', 'America/New_York') })
  await task('Dinner with the Babbages', { ...on(4, '19:30') })
  await task('Draft the budget for next year', { tags: ['work', 'money'], ...on(5) })
  await task('Learn why the tide tables disagree', { priority: 'low' })
  await task('A present for Grace', { tags: ['home'] })
  await task('اقرأ كتاب الخوارزمي', { priority: 'low' })
  for (const title of ['Return the library books', 'Order new running shoes']) {
    const { id } = await task(title, on(0))
    await request.post(`${origin}/api/v1/tasks/${id}/complete`)
  }
  await post('reminders', { taskId: call.id, before: 'PT10M' })
  await post('reminders', { taskId: slides.id, before: 'P1D' })
  await post('reminders', { taskId: slides.id, before: 'PT1H' })
  await request.patch(`${origin}/api/v1/tags/work`, { data: { colour: '#3e7cb1' } })
  await post('filters', { name: 'At work, first', q: 'is:open tag:work priority>=medium', sort: 'priority' })
  const told = await task('Take the bread out')
  await post('reminders', { taskId: told.id, at: inSeconds(2).toISOString() })
}

test('takes a picture of each page', async ({ page, person }) => {
  mkdirSync(folder ?? '', { recursive: true })
  await live(person)
  await movePointerAway(page)
  await expect(page.getByText('Reminder: Take the bread out')).toBeVisible({ timeout: 60_000 })
  await page.reload()

  const shoot = async (name: string) => {
    for (const colorScheme of ['light', 'dark'] as const) {
      await page.emulateMedia({ colorScheme })
      for (const [width, height] of [[1440, 900], [390, 844]] as const) {
        await page.setViewportSize({ width, height })
        await movePointerAway(page)
        await settled(page)
        await page.screenshot({ path: `${folder}/${name}-${colorScheme}-${width}.png` })
      }
    }
    await page.setViewportSize({ width: 1440, height: 900 })
  }
  for (const [key, name] of [['t', 'Today'], ['u', 'Upcoming'], ['a', 'Tasks'], ['r', 'Recurring'], ['m', 'Reminders'], ['l', 'Tags'], ['n', 'Notifications'], ['i', 'Insight'], ['s', 'Settings']] as const) {
    await go(page, key, name)
    await shoot(name.toLowerCase())
  }
  await go(page, 'u', 'Upcoming')
  await page.getByRole('button', { name: 'Month' }).click()
  await shoot('month')

  await go(page, 't', 'Today')
  await page.getByRole('link', { name: /Send the slides/ }).click()
  await shoot('task')
  await page.keyboard.press('Escape')
  await page.keyboard.press('n')
  await page.keyboard.type('Ring the bank tomorrow at 9 #money p1 remind me 10 minutes before')
  await expect(page.getByRole('list', { name: 'Understood as' }).getByRole('listitem')).toHaveCount(5)
  await shoot('quick-add')
  await page.getByRole('textbox', { name: 'Title of the new task' }).fill('')
  await page.getByRole('heading', { level: 1 }).click()
  await page.keyboard.press('a')
  await page.keyboard.type('Move all tasks tagged travel to Friday')
  await page.keyboard.press('Enter')
  await shoot('chat')
  await page.keyboard.press('Escape')
  await page.keyboard.press('Control+k')
  await shoot('palette')
  await page.keyboard.press('Escape')
  await go(page, 'r', 'Recurring')
  await page.getByRole('link', { name: /Weekly report/ }).first().click()
  await shoot('series')
  await page.keyboard.press('Escape')
  await page.getByRole('link', { name: 'New series' }).click()
  await page.getByRole('textbox', { name: 'Title' }).fill('Stretch')
  await shoot('builder')
  await person.request.delete(`${origin}/api/v1/session`)
  await page.goto(origin)
  await shoot('sign-in')
})
