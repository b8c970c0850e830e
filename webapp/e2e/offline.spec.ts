import type { Page } from '@playwright/test'
import type { Task } from '../src/api/types'
import { expect, expectAccessible, movePointerAway, origin, type Person, test } from './journey'

// Elsewhere the worker is left out: each journey would load the whole app for it.
test.use({ serviceWorkers: 'allow' })

/** The app itself is kept on the device. */
const ready = (page: Page) => page.evaluate(() => navigator.serviceWorker.ready.then(() => undefined))

const tasksOf = async (person: Person) => (await person.get<{ items: Task[] }>('tasks')).items

test('opens without a connection, shows what was seen, and sends what was done once it is back', async ({ page, context, person }) => {
  await movePointerAway(page)
  await person.post('tasks', { title: 'Ring the bank' })
  const check = page.getByRole('checkbox', { name: 'Ring the bank' })
  await expect(check).toBeVisible()
  await ready(page)

  await context.setOffline(true)
  await page.reload()
  await expect(page.getByRole('heading', { level: 1, name: 'Today' })).toBeVisible()
  await check.check()
  await page.keyboard.press('n')
  await page.keyboard.type('Buy oats tomorrow')
  await expect(page.getByText('No connection: the line is read when there is one, as of now.')).toBeVisible()
  await page.keyboard.press('Enter')
  await expect(page.getByText(/2 changes wait/)).toBeVisible()
  await page.keyboard.type('Something else')
  await page.keyboard.press('Enter')
  await expect(page.getByText(/3 changes wait/)).toBeVisible()
  await expectAccessible(page)

  await page.reload()
  await expect(check).toBeChecked()
  await expect(page.getByRole('checkbox', { name: 'Buy oats tomorrow' })).toBeDisabled()
  await page.getByRole('button', { name: 'Look' }).click()
  const kept = page.getByRole('dialog', { name: 'Changes that wait' }).getByRole('listitem')
  await expect(kept).toHaveCount(3)
  await kept.filter({ hasText: 'Something else' }).getByRole('button', { name: 'Let it go' }).click()
  await expect(kept).toHaveCount(2)
  await kept.filter({ hasText: 'Buy oats' }).getByRole('button', { name: 'Change' }).click()
  const line = kept.getByRole('textbox', { name: 'What you wrote' })
  await expect(line).toHaveValue('Buy oats tomorrow')
  await expectAccessible(page)
  await line.fill('Buy oats and milk tomorrow')
  await line.press('Enter')
  await expect(kept.getByText('Buy oats and milk tomorrow')).toBeVisible()
  await page.keyboard.press('Escape')
  await expect(page.getByRole('checkbox', { name: 'Something else' })).toBeHidden()
  await expect(page.getByRole('checkbox', { name: 'Buy oats and milk tomorrow' })).toBeDisabled()

  await context.setOffline(false)
  await expect(page.getByRole('checkbox', { name: 'Buy oats and milk', exact: true })).toBeEnabled({ timeout: 60_000 })
  await expect(page.getByText(/change.* to be sent/)).toBeHidden()
  const tasks = await tasksOf(person)
  expect(tasks.map(({ title, status }) => `${title}: ${status}`).sort()).toEqual(['Buy oats and milk: pending', 'Ring the bank: completed'])
  expect(tasks.find(({ title }) => title === 'Buy oats and milk')?.due?.date).not.toBeNull()
})

test('tells what was not taken, and shows nothing of it to the next who signs in', async ({ page, context, person }) => {
  await movePointerAway(page)
  const task = await person.post<Task>('tasks', { title: 'Write the speech' })
  await page.getByRole('link', { name: 'Write the speech' }).click()
  const title = page.getByRole('complementary', { name: 'Task' }).getByRole('textbox', { name: 'Title' })
  await expect(title).toHaveValue('Write the speech')
  await ready(page)
  await context.setOffline(true)
  await title.fill('Write the speech for Ada')
  await title.press('Enter')
  await expect(page.getByText(/1 change waits/)).toBeVisible()

  const answer = await person.request.patch(`${origin}/api/v1/tasks/${task.id}`, { data: { title: 'Write the speech for Grace' } })
  expect(answer.ok()).toBe(true)
  await context.setOffline(false)
  await page.getByRole('button', { name: 'Look' }).click({ timeout: 60_000 })
  const conflict = page.getByRole('dialog', { name: 'Changes that wait' }).getByRole('alert')
  await expect(conflict).toContainText('Write the speech for Ada')
  await expect(conflict).toContainText('Write the speech for Grace')
  await expectAccessible(page)
  await page.keyboard.press('Escape')

  await person.request.delete(`${origin}/api/v1/session`)
  await page.goto(origin)
  await expect(page.getByRole('heading', { name: 'Sign in' })).toBeVisible()
  await context.setOffline(true)
  await page.reload()
  await expect(page.getByText(/There was no answer/)).toBeVisible()
  await expect(page.getByText(/speech/)).toBeHidden()
})
