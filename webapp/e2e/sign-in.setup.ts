import { expect, test } from '@playwright/test'
import { expectAccessible, link, listen, origin, OWNER } from './journey'

/** By the link that Punctual printed, which works once: whatever else is tested needs it, and an account comes from it. */
test('signs in by the link', async ({ page, context }) => {
  const complaints: string[] = []
  listen(page, complaints)
  await page.goto(origin)
  await expect(page.getByRole('heading', { name: 'Sign in' })).toBeVisible()
  await expectAccessible(page)

  await page.goto(link)
  await expect(page.getByRole('heading', { name: 'Today', level: 1 })).toBeVisible()
  expect(new URL(page.url()).pathname).toBe('/')
  await expect(page.getByRole('region', { name: 'Functions that run now' })).toContainText('Recurring')
  await context.storageState({ path: OWNER })
  expect(complaints).toEqual([])
})
