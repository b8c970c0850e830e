import type { Task } from '../src/api/types'
import { expect, expectAccessible, movePointerAway, origin, test } from './journey'

test('two windows are in step, and neither is asked to reload', async ({ page, context }) => {
  const other = await context.newPage()
  await other.goto(origin)
  await expect(other.getByRole('heading', { level: 1, name: 'Today' })).toBeVisible()
  await movePointerAway(other)
  await page.keyboard.press('n')
  await page.keyboard.type('Buy oats')
  await page.keyboard.press('Enter')
  const there = other.getByRole('checkbox', { name: 'Buy oats' })
  await expect(there).toBeVisible()
  await there.check()
  await expect(page.getByRole('checkbox', { name: 'Buy oats' })).toBeChecked()
})

test('without a connection it says so, shows what it knows, and catches up afterwards', async ({ page, context, person }) => {
  await movePointerAway(page)
  const task = await person.post<Task>('tasks', { title: 'Ring the bank' })
  const check = page.getByRole('checkbox', { name: 'Ring the bank' })
  await expect(check).toBeVisible()

  await context.setOffline(true)
  await expect(page.getByText(/No connection/)).toBeVisible({ timeout: 60_000 })
  await expectAccessible(page)
  await expect(check).toBeVisible()

  await context.setOffline(false)
  await person.post(`tasks/${task.id}/complete`, {}).catch(() => undefined)
  await expect(page.getByText(/No connection/)).toBeHidden({ timeout: 60_000 })
  await expect(check).toBeChecked({ timeout: 60_000 })
})

test('what two changed at once is shown side by side, and neither is lost', async ({ page, person }) => {
  await movePointerAway(page)
  const task = await person.post<Task>('tasks', { title: 'Write the speech' })
  await page.getByRole('link', { name: 'Write the speech' }).click()
  const panel = page.getByRole('complementary', { name: 'Task' })
  const title = panel.getByRole('textbox', { name: 'Title' })
  await title.fill('Write the speech for Ada')
  const answer = await person.request.patch(`${origin}/api/v1/tasks/${task.id}`, { data: { title: 'Write the speech for Grace' } })
  expect(answer.ok()).toBe(true)
  await title.press('Enter')
  const conflict = panel.getByRole('alert')
  await expect(conflict).toContainText('Write the speech for Ada')
  await expect(conflict).toContainText('Write the speech for Grace')
  await expectAccessible(page)
  await conflict.getByRole('button', { name: 'Keep mine' }).click()
  await expect(page.getByRole('checkbox', { name: 'Write the speech for Ada' })).toBeVisible()
  await expect.poll(() => person.get<Task>(`tasks/${task.id}`)).toMatchObject({ title: 'Write the speech for Ada' })
})
