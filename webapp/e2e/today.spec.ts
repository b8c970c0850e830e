import AxeBuilder from '@axe-core/playwright'
import { type BrowserContext, expect, type Page, test } from '@playwright/test'
import type { Insight, Task } from '../src/api/types'

const link = process.env.PUNCTUAL_URL
const origin = new URL(link ?? 'http://localhost:8080').origin

test.describe.configure({ mode: 'serial' })

let context: BrowserContext
let page: Page
const complaints: string[] = []

const strip = () => page.getByRole('region', { name: 'Functions that run now' })
const inSeconds = (seconds: number) => new Date(Date.now() + seconds * 1000)

test.beforeAll(async ({ browser, locale, viewport }) => {
  context = await browser.newContext({ locale, viewport })
  page = await context.newPage()
  page.on('pageerror', (error) => complaints.push(error.message))
  page.on('console', (message) => {
    if (message.type() === 'error' && /Content.Security.Policy/i.test(message.text())) complaints.push(message.text())
  })
})

test.afterAll(() => context.close())

/** How many processes of a function run, and how many records wait for it, as the gateway says. */
async function stateOf(name: string): Promise<{ running: number; lag: number | null } | undefined> {
  const answer = await context.request.get(`${origin}/api/v1/insight`)
  const { functions } = (await answer.json()) as Insight
  const state = functions.find((other) => other.name === name)
  return state && { running: state.running, lag: state.lag }
}

const atZero = { running: 0, lag: 0 }

async function post<Made>(path: string, data: object): Promise<Made> {
  const answer = await context.request.post(`${origin}/api/v1/${path}`, { data })
  expect(answer.status(), await answer.text()).toBe(201)
  return (await answer.json()) as Made
}

/** What arrives by itself waits while the pointer is over the list. */
const movePointerAway = () => page.mouse.move(0, 0)

/** All of axe's rules in light colours, those on colours in dark ones, too. */
async function expectAccessible() {
  const rules = new AxeBuilder({ page }).withTags(['wcag2a', 'wcag2aa', 'wcag21aa', 'wcag22aa', 'best-practice'])
  for (const [colorScheme, axe] of [['dark', new AxeBuilder({ page }).withRules('color-contrast')], ['light', rules]] as const) {
    await page.emulateMedia({ colorScheme })
    const { violations } = await axe.analyze()
    expect(violations.map(({ id, nodes }) => `${colorScheme}: ${id}: ${nodes.map(({ html }) => html).join('\n')}`)).toEqual([])
  }
}

test('says how to sign in to whoever is not', async () => {
  await page.goto(origin)
  await expect(page.getByRole('heading', { name: 'Sign in' })).toBeVisible()
  await expectAccessible()
})

test('signs in by the link', async () => {
  await page.goto(link ?? origin)
  await expect(page.getByRole('heading', { name: 'Today', level: 1 })).toBeVisible()
  expect(new URL(page.url()).pathname).toBe('/')
  await expect(page.getByRole('region', { name: 'Functions that run now' })).toContainText('Recurring')
})

test('adds a task, sees it, completes it, finds it so again', async () => {
  const title = `Buy oats ${Date.now()}`
  await page.keyboard.press('n')
  await page.keyboard.type(title)
  await page.keyboard.press('Enter')

  const check = page.getByRole('checkbox', { name: title })
  await expect(check).toBeEnabled()
  await check.focus()
  await page.keyboard.press('d')
  await expectAccessible()
  await page.getByRole('dialog').getByRole('button', { name: /^Today/ }).click()
  await expect(check).toBeFocused()
  await expect(page.getByRole('region', { name: /^Today/ }).getByRole('checkbox', { name: title })).toBeVisible()
  await expectAccessible()

  const answered = page.waitForResponse((response) => response.url().endsWith('/complete'))
  await check.check()
  await expect(check).toBeChecked()
  expect((await answered).ok()).toBe(true)

  await page.reload()
  await expect(check).toBeChecked()
})

test('shows a task beside the page, and edits it there', async () => {
  const title = `Ring the bank ${Date.now()}`
  await post('tasks', { title, notes: 'Ask for [the form](https://example.org)' })
  await page.getByRole('link', { name: title }).click()
  const panel = page.getByRole('complementary', { name: 'Task' })
  await expect(panel.getByRole('link', { name: 'the form' })).toBeVisible()
  await expectAccessible()
  await panel.getByRole('textbox', { name: 'Title' }).fill(`${title}, today`)
  await page.keyboard.press('Enter')
  await expect(page.getByRole('checkbox', { name: `${title}, today` })).toBeVisible()
  await page.keyboard.press('Escape')
  await expect(panel).toBeHidden()
})

test('has every page, and each is accessible', async () => {
  for (const [key, name] of [['u', 'Upcoming'], ['a', 'Tasks'], ['i', 'Insight'], ['n', 'Notifications'], ['t', 'Today']] as const) {
    await page.keyboard.press('g')
    await page.keyboard.press(key)
    await expect(page.getByRole('heading', { level: 1, name })).toBeVisible()
    await expectAccessible()
  }
})

test('undoes with z what was just done', async () => {
  const title = `Water the plants ${Date.now()}`
  await movePointerAway()
  await post('tasks', { title })
  const check = page.getByRole('checkbox', { name: title })
  await check.check()
  await expect(page.getByText(`Completed “${title}”.`)).toBeVisible()
  const answered = page.waitForResponse((response) => response.url().endsWith('/reopen'))
  await page.keyboard.press('z')
  await expect(check).not.toBeChecked()
  expect((await answered).ok()).toBe(true)
  await page.reload()
  await expect(check).toBeVisible()
  await expect(check).not.toBeChecked()
})

test('shows what another program adds, without asking for it', async () => {
  const title = `Ring the plumber ${Date.now()}`
  await movePointerAway()
  await expect(page.getByRole('textbox', { name: 'Title of the new task' })).toBeVisible()
  await post('tasks', { title })
  await expect(page.getByRole('checkbox', { name: title })).toBeVisible()
  await expect(page.getByRole('listitem').filter({ hasText: title })).toContainText('new')
})

test('tells a reminder that falls due although its function is at zero', async () => {
  const title = `Call the dentist ${Date.now()}`
  const task = await post<Task>('tasks', { title })
  await expect.poll(() => stateOf('notification'), { timeout: 60_000 }).toEqual(atZero)
  await expect(strip()).toContainText('Reminders at zero')
  await post('reminders', { taskId: task.id, at: inSeconds(3).toISOString() })

  await expect(page.getByText(`Reminder: ${title}`)).toBeVisible({ timeout: 30_000 })
  await expect(strip()).toContainText(/Reminders (working|awake)/)
  expect((await stateOf('notification'))?.running).toBe(1)
  await expect(page).toHaveTitle(/^\(\d+\) Today/)
  await page.keyboard.press('g')
  await page.keyboard.press('n')
  const told = page.getByRole('main').getByRole('listitem').filter({ hasText: title })
  await told.getByRole('button', { name: /read$/ }).click()
  await expect(told.getByRole('button')).toBeHidden()
  await page.keyboard.press('g')
  await page.keyboard.press('t')
})

test('shows what a series makes, at its moment, although its function is at zero', async () => {
  const title = `Team sync ${Date.now()}`
  await movePointerAway()
  await expect.poll(() => stateOf('recurring'), { timeout: 60_000 }).toEqual(atZero)
  await post('series', { title, start: inSeconds(3).toISOString().slice(0, 19), zone: 'UTC', rule: 'FREQ=DAILY;COUNT=3', tags: ['work'], priority: 'high' })
  await expect(page.getByRole('checkbox', { name: title })).toBeHidden()

  const made = page.getByRole('main').getByRole('listitem').filter({ hasText: title })
  await expect(made).toBeVisible({ timeout: 30_000 })
  await expect(made).toContainText('new')
  for (const said of ['High priority', 'Recurring', '#work', 'now']) await expect(made).toContainText(said)
  expect((await stateOf('recurring'))?.running).toBe(1)
})

test('sees both functions go back to zero', async () => {
  await expect(strip()).toContainText('Recurring at zero', { timeout: 90_000 })
  await expect(strip()).toContainText('Reminders at zero', { timeout: 60_000 })
})

test('fits a phone', async () => {
  await page.setViewportSize({ width: 390, height: 844 })
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(390)
  await expectAccessible()
  await page.getByRole('button', { name: 'More' }).click()
  await expectAccessible()
  await page.keyboard.press('Escape')
})

test('shows how to sign in again when the session ends elsewhere', async () => {
  await context.request.delete(`${origin}/api/v1/session`)
  await expect(page.getByRole('heading', { name: 'Sign in' })).toBeVisible()
})

test('has broken no rule of the Content-Security-Policy, and thrown nothing', () => {
  expect(complaints).toEqual([])
})
