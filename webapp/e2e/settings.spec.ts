import { once } from 'node:events'
import { readFileSync } from 'node:fs'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import type { Page } from '@playwright/test'
import type { Me, Task } from '../src/api/types'
import { dayFromNow, expect, expectAccessible, go, origin, test } from './journey'
import { hasMailServer, lettersTo } from './mailbox'

/** A part of the page, by its heading. */
const part = (page: Page, name: string) => page.getByRole('region', { name })

test('a feed is read by whoever has its address, until it is revoked', async ({ page, person, playwright }) => {
  await person.post('tasks', { title: 'Submit the report', due: { local: `${dayFromNow(1)}T14:00` } })
  await go(page, 's', 'Settings')
  const feeds = part(page, 'Feeds for other calendars')
  await feeds.getByRole('button', { name: 'New feed' }).click()
  const address = await feeds.getByRole('textbox').inputValue()
  await expectAccessible(page)

  const stranger = await playwright.request.newContext()
  const read = await stranger.get(address)
  expect(read.headers()['content-type']).toContain('text/calendar')
  expect(await read.text()).toContain('SUMMARY:Submit the report')
  await feeds.getByRole('button', { name: 'Done' }).click()
  await expect(feeds.getByRole('textbox')).toBeHidden()
  await feeds.getByRole('button', { name: 'Revoke' }).click()
  await expect(feeds.getByText('No calendar reads along.')).toBeVisible()
  await expect(async () => expect((await stranger.get(address)).status()).toBe(404)).toPass({ timeout: 30_000 })
  await stranger.dispose()
})

const CALENDAR = [
  'BEGIN:VCALENDAR',
  'VERSION:2.0',
  'PRODID:-//elsewhere//EN',
  'BEGIN:VTODO',
  'UID:dentist@elsewhere',
  'DTSTAMP:20261101T090000Z',
  'SUMMARY:Ring the dentist',
  'DUE;TZID=Europe/Berlin:20270301T140000',
  'GEO:48.1;11.5',
  'END:VTODO',
  'BEGIN:VTODO',
  'UID:rent@elsewhere',
  'DTSTAMP:20261101T090000Z',
  'SUMMARY:Pay the rent',
  'DTSTART;VALUE=DATE:20270301',
  'RRULE:FREQ=MONTHLY',
  'END:VTODO',
  'END:VCALENDAR',
  '',
].join('\r\n')

test('everything is taken along; a calendar file is tried, brought and undone', async ({ page, person }) => {
  await person.post('tasks', { title: 'Read about tides' })
  const titles = async () => (await person.get<{ items: Task[] }>('tasks')).items.map(({ title }) => title).sort()
  await go(page, 's', 'Settings')
  const data = part(page, 'Your data')

  const downloading = page.waitForEvent('download')
  await data.getByRole('link', { name: 'Export all' }).click()
  const everything = readFileSync(await (await downloading).path())
  expect(JSON.parse(everything.toString())).toMatchObject({ tasks: [{ task: { title: 'Read about tides' } }] })

  const file = data.getByLabel('Choose a file')
  await file.setInputFiles({ name: 'everything.json', mimeType: 'application/json', buffer: everything })
  await expect(data.getByText(/already/)).toBeVisible()
  await expect(data.getByRole('button', { name: 'Nothing to bring' })).toBeDisabled()
  await file.setInputFiles({ name: 'no.ics', mimeType: 'text/calendar', buffer: Buffer.from('nothing of a calendar') })
  await expect(data.getByText(/^Line 1, .* cannot be read/)).toBeVisible()

  await file.setInputFiles({ name: 'elsewhere.ics', mimeType: 'text/calendar', buffer: Buffer.from(CALENDAR) })
  await expect(data.getByText('It would make 1 task, 1 series and 0 reminders.')).toBeVisible()
  await expect(data.getByRole('region', { name: 'What is not kept as it was' })).toContainText('GEO')
  await expectAccessible(page)
  expect(await titles()).toEqual(['Read about tides'])
  await data.getByRole('button', { name: 'Bring all 2' }).click()
  await expect(data.getByText('Made 1 task, 1 series and 0 reminders.')).toBeVisible()
  await expect.poll(titles).toContain('Ring the dentist')
  await data.getByRole('button', { name: 'Undo' }).click()
  await expect(data.getByText(/^A calendar file/)).toBeVisible()
  await expect.poll(titles).toEqual(['Read about tides'])
  expect(await person.get('series')).toMatchObject({ items: [] })
})

test('a token is shown once, does what it may, and nothing once it is revoked', async ({ page, playwright }) => {
  await go(page, 's', 'Settings')
  const programs = part(page, 'Access for programs')
  await programs.getByRole('textbox', { name: 'What it is for' }).fill('backup')
  await programs.getByRole('button', { name: 'Make a token' }).click()
  const token = await programs.getByRole('textbox', { name: /This is the token/ }).inputValue()
  await expectAccessible(page)

  const program = await playwright.request.newContext({ baseURL: origin, extraHTTPHeaders: { Authorization: `Bearer ${token}` } })
  const status = async () => (await program.get('/api/v1/tasks')).status()
  expect(await status()).toBe(200)
  expect((await program.post('/api/v1/tasks', { data: { title: 'It may only read' } })).status()).toBe(403)
  await page.reload()
  await expect(programs.getByText('backup')).toBeVisible()
  await expect(programs.getByRole('textbox', { name: /This is the token/ })).toBeHidden()
  await programs.getByRole('button', { name: 'Revoke the token “backup”' }).click()
  await expect(programs.getByText('backup')).toBeHidden()
  await expect.poll(status).toBe(401)
  await program.dispose()
})

test('the day and the week are somebody’s own, in each of their windows', async ({ page, context, person }) => {
  const me = () => person.get<Me>('me')
  await go(page, 's', 'Settings')
  const you = part(page, 'You')
  const write = async (field: string, time: string) => {
    await you.getByRole('spinbutton', { name: `hour, ${field}` }).focus()
    await page.keyboard.type(time)
  }
  await write('Work begins', '1800')
  await you.getByRole('textbox', { name: 'Name' }).focus()
  await expect(you.getByText('Work ends later than it begins.')).toBeVisible()
  await expectAccessible(page)
  expect((await me()).workingHours).toEqual({ from: '09:00', to: '17:00' })
  await write('Work begins', '0730')
  await write('Evening begins', '1930')
  await you.getByRole('textbox', { name: 'Name' }).focus()
  await expect.poll(me).toMatchObject({ workingHours: { from: '07:30', to: '17:00' }, evening: '19:30' })

  await you.getByRole('button', { name: /Week begins on/ }).click()
  await page.getByRole('option', { name: 'Sunday' }).click()
  await expect.poll(me).toMatchObject({ weekStart: 'sunday' })
  await go(page, 'u', 'Upcoming')
  await page.getByRole('button', { name: 'Month' }).click()
  await expect(page.getByRole('columnheader').first()).toHaveText('Sun')
  await page.keyboard.press('n')
  await page.getByRole('textbox', { name: 'Title of the new task' }).fill('Read about tides tonight')
  await expect(page.getByRole('list', { name: 'Understood as' })).toContainText('19:30')

  const other = await context.newPage()
  await other.goto(`${origin}/settings`)
  await expect(part(other, 'You').getByRole('button', { name: /Week begins on/ })).toHaveText(/Sunday/)
})

test('a webhook is tried, and says what it got', async ({ page }) => {
  const calls: { signature: string | undefined; body: string }[] = []
  let status = 500
  const hook = createServer((request, response) => {
    let body = ''
    request.on('data', (part: Buffer) => (body += part.toString()))
    request.on('end', () => {
      calls.push({ signature: request.headers['webhook-signature'] as string | undefined, body })
      response.writeHead(status).end()
    })
  }).listen(0, '127.0.0.1')
  await once(hook, 'listening')
  const url = `http://127.0.0.1:${(hook.address() as AddressInfo).port}/hook`

  await go(page, 's', 'Settings')
  const channels = part(page, 'Where reminders go')
  await channels.getByRole('button', { name: 'Add' }).click()
  await page.getByRole('menuitem', { name: 'Webhook' }).click()
  const dialog = page.getByRole('dialog', { name: 'Call a webhook' })
  await dialog.getByRole('textbox', { name: 'URL' }).fill('http://10.0.0.1/hook')
  await dialog.getByRole('button', { name: 'Add' }).click()
  await expect(dialog.getByText('It leads to an address that is not public.')).toBeVisible()
  await expectAccessible(page)
  await dialog.getByRole('textbox', { name: 'URL' }).fill(url)
  await dialog.getByRole('button', { name: 'Add' }).click()
  await expect(channels.getByRole('textbox', { name: /with this secret/ })).toHaveValue(/^whsec_/)
  await channels.getByRole('button', { name: 'Done' }).click()

  // The function that sends may have to start from zero.
  const within = { timeout: 60_000 }
  await channels.getByRole('button', { name: 'Send a test' }).click()
  await expect(channels.getByText(/It did not arrive/)).toBeVisible(within)
  await expectAccessible(page)
  status = 204
  await channels.getByRole('button', { name: 'Send a test' }).click()
  await expect(channels.getByText('It arrived.')).toBeVisible(within)
  await expect(channels.getByText('works')).toBeVisible()
  expect(calls).toHaveLength(2)
  expect(calls[1]?.signature).toMatch(/^v1,/)
  hook.close()
})

test('an address gets mail once the code that was sent there came back', async ({ page, person }) => {
  test.skip(!hasMailServer(), 'PUNCTUAL_URL names one that mails elsewhere')
  await go(page, 's', 'Settings')
  const channels = part(page, 'Where reminders go')
  await channels.getByRole('button', { name: 'Add' }).click()
  await page.getByRole('menuitem', { name: 'E-mail' }).click()
  const dialog = page.getByRole('dialog', { name: 'Remind me by e-mail' })
  await dialog.getByRole('textbox', { name: 'Address' }).fill(person.email)
  await dialog.getByRole('button', { name: 'Add' }).click()
  const code = channels.getByRole('textbox', { name: `The code that was sent to ${person.email}` })
  await expect(code).toBeVisible()
  await expectAccessible(page)
  const mailed = () => /(?:[0-9A-Z]{4}-){2}[0-9A-Z]{4}/.exec(lettersTo(person.email)[0] ?? '')?.[0] ?? ''
  await expect.poll(mailed, { timeout: 60_000 }).not.toBe('')
  await code.fill(mailed())
  await channels.getByRole('button', { name: 'Confirm' }).click()
  await expect(code).toBeHidden()
  await channels.getByRole('button', { name: 'Send a test' }).click()
  await expect(channels.getByText('It arrived.')).toBeVisible({ timeout: 60_000 })
  expect(lettersTo(person.email)).toHaveLength(2)
})

test('everything is said in German, and looks right in the dark', async ({ page }) => {
  await go(page, 's', 'Settings')
  await page.getByRole('button', { name: /Colours/ }).click()
  await page.getByRole('option', { name: 'Dark' }).click()
  const background = () => page.evaluate(() => getComputedStyle(document.documentElement).backgroundColor)
  await page.emulateMedia({ colorScheme: 'light' })
  const dark = await background()
  await page.getByRole('button', { name: /Language/ }).click()
  await page.getByRole('option', { name: 'Deutsch' }).click()
  await expect(page.getByRole('heading', { level: 1, name: 'Einstellungen' })).toBeVisible()
  await expect(page.locator('html')).toHaveAttribute('lang', 'de')
  await expectAccessible(page)

  await page.reload()
  await expect(page.getByRole('heading', { level: 1, name: 'Einstellungen' })).toBeVisible()
  expect(await background()).toBe(dark)
  for (const [key, name] of [['t', 'Heute'], ['u', 'Demnächst'], ['s', 'Einstellungen']] as const) await go(page, key, name)
})
