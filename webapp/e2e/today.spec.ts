import AxeBuilder from '@axe-core/playwright'
import { type BrowserContext, expect, type Page, test } from '@playwright/test'

const link = process.env.PUNCTUAL_URL
const origin = new URL(link ?? 'http://localhost:8080').origin

test.describe.configure({ mode: 'serial' })

let context: BrowserContext
let page: Page
const complaints: string[] = []

test.beforeAll(async ({ browser, locale, viewport }) => {
  if (link === undefined) throw new Error('PUNCTUAL_URL is the sign-in link that "./punctual up" printed.')
  context = await browser.newContext({ locale, viewport })
  page = await context.newPage()
  page.on('pageerror', (error) => complaints.push(error.message))
  page.on('console', (message) => {
    if (message.type() === 'error' && /Content.Security.Policy/i.test(message.text())) complaints.push(message.text())
  })
})

test.afterAll(() => context.close())

async function expectAccessible() {
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme })
    const { violations } = await new AxeBuilder({ page }).withTags(['wcag2a', 'wcag2aa', 'wcag21aa', 'wcag22aa', 'best-practice']).analyze()
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
  await page.getByRole('button', { name: 'Add when it is due' }).click()
  await page.getByRole('button', { name: /^Today/ }).click()
  await page.keyboard.press('Enter')

  const check = page.getByRole('checkbox', { name: title })
  await expect(check).toBeEnabled()
  await expect(page.getByRole('region', { name: /^Today/ }).getByRole('checkbox', { name: title })).toBeVisible()
  await expectAccessible()

  const answered = page.waitForResponse((response) => response.url().endsWith('/complete'))
  await check.check()
  await expect(check).toBeChecked()
  expect((await answered).ok()).toBe(true)

  await page.reload()
  await expect(check).toBeChecked()
})

test('shows what another program adds, without asking for it', async () => {
  const title = `Ring the plumber ${Date.now()}`
  await page.mouse.move(0, 0)
  await expect(page.getByRole('textbox', { name: 'Title of the new task' })).toBeVisible()
  const answer = await context.request.post(`${origin}/api/v1/tasks`, { data: { title } })
  expect(answer.status()).toBe(201)
  await expect(page.getByRole('checkbox', { name: title })).toBeVisible()
  await expect(page.getByRole('listitem').filter({ hasText: title })).toContainText('new')
})

test('fits a phone', async () => {
  await page.setViewportSize({ width: 390, height: 844 })
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(390)
  await page.getByRole('button', { name: /^Notifications/ }).click()
  await expectAccessible()
})

test('has broken no rule of the Content-Security-Policy, and thrown nothing', () => {
  expect(complaints).toEqual([])
})
