import { expect, expectAccessible, fill, go, test } from './journey'

const pages = [
  ['u', 'Upcoming'],
  ['a', 'Tasks'],
  ['r', 'Recurring'],
  ['m', 'Reminders'],
  ['l', 'Tags'],
  ['n', 'Notifications'],
  ['i', 'Insight'],
  ['s', 'Settings'],
  ['t', 'Today'],
] as const

test('each page is found by two keys, says what it is for while it is empty, and is accessible', async ({ page }) => {
  for (const [key, name] of pages) {
    await go(page, key, name)
    await expectAccessible(page)
  }
})

test('each page with something on it is accessible, on a phone too, and none is wider than it', async ({ page, person }) => {
  await fill(person)
  for (const [key, name] of pages) {
    await go(page, key, name)
    await expect(page.getByRole('main').getByRole('status', { name: /Loading/ })).toHaveCount(0)
    await expectAccessible(page)
    await page.setViewportSize({ width: 390, height: 844 })
    expect(await page.evaluate(() => document.documentElement.scrollWidth), name).toBeLessThanOrEqual(390)
    await expectAccessible(page)
    await page.setViewportSize({ width: 1440, height: 900 })
  }
})

test('what opens over a page is accessible, and gives the focus back', async ({ page, person }) => {
  await fill(person)
  const check = page.getByRole('checkbox', { name: 'Water the plants' })
  await check.focus()
  for (const [key, dialog] of [['?', 'Keys'], ['Control+k', 'What to do'], ['t', 'Tag it'], ['p', 'How much does it matter?']] as const) {
    await page.keyboard.press(key)
    await expect(page.getByRole('dialog', { name: dialog })).toBeVisible()
    await expectAccessible(page)
    await page.keyboard.press('Escape')
    await expect(page.getByRole('dialog')).toBeHidden()
    await expect(check).toBeFocused()
  }
  await page.getByRole('link', { name: 'Submit the report' }).click()
  await page.getByRole('button', { name: 'Show history' }).click()
  await expectAccessible(page)
})

test('a phone has a way to every page', async ({ page }) => {
  await page.setViewportSize({ width: 390, height: 844 })
  await page.getByRole('button', { name: 'More' }).click()
  await expect(page.getByRole('dialog', { name: 'What to do' })).toBeVisible()
  await expectAccessible(page)
  await page.getByRole('menuitem', { name: /Settings/ }).click()
  await expect(page.getByRole('heading', { level: 1, name: 'Settings' })).toBeVisible()
})

test('an address that leads nowhere leads home', async ({ page }) => {
  await page.goto(new URL('/nowhere', page.url()).href)
  await page.getByRole('link', { name: 'Go to Today' }).click()
  await expect(page.getByRole('heading', { level: 1, name: 'Today' })).toBeVisible()
})
