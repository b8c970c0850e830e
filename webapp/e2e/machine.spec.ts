import type { Task } from '../src/api/types'
import { atZero, expect, go, inSeconds, movePointerAway, stateOf, test } from './journey'

// What one of these starts, the next finds at zero again.
test.describe.configure({ mode: 'serial' })

test('tells a reminder that falls due although its function is at zero', async ({ page, person }) => {
  const strip = page.getByRole('region', { name: 'Functions that run now' })
  const task = await person.post<Task>('tasks', { title: 'Call the dentist' })
  await expect.poll(() => stateOf(person, 'notification'), { timeout: 60_000 }).toEqual(atZero)
  await expect(strip).toContainText('Reminders at zero')
  await person.post('reminders', { taskId: task.id, at: inSeconds(3).toISOString() })

  await expect(page.getByText('Reminder: Call the dentist')).toBeVisible({ timeout: 30_000 })
  await expect(strip).toContainText(/Reminders (working|awake)/)
  expect((await stateOf(person, 'notification'))?.running).toBe(1)
  await expect(page).toHaveTitle(/^\(1\) Today/)
  await go(page, 'n', 'Notifications')
  const told = page.getByRole('main').getByRole('listitem').filter({ hasText: 'Call the dentist' })
  await told.getByRole('button', { name: /read$/ }).click()
  await expect(told.getByRole('button')).toBeHidden()
  await expect(page).toHaveTitle(/^Notifications/)
})

test('shows what a series makes, at its moment, although its function is at zero', async ({ page, person }) => {
  await movePointerAway(page)
  await expect.poll(() => stateOf(person, 'recurring'), { timeout: 60_000 }).toEqual(atZero)
  await person.post('series', {
    title: 'Team sync',
    start: inSeconds(3).toISOString().slice(0, 19),
    zone: 'UTC',
    rule: 'FREQ=DAILY;COUNT=3',
    tags: ['work'],
    priority: 'high',
  })
  await expect(page.getByRole('checkbox', { name: 'Team sync' })).toBeHidden()

  const made = page.getByRole('main').getByRole('listitem').filter({ hasText: 'Team sync' })
  await expect(made).toBeVisible({ timeout: 30_000 })
  await expect(made).toContainText('new')
  for (const said of ['High priority', 'Recurring', '#work', 'now']) await expect(made).toContainText(said)
  expect((await stateOf(person, 'recurring'))?.running).toBe(1)
})

test('sees both functions go back to zero', async ({ page }) => {
  const strip = page.getByRole('region', { name: 'Functions that run now' })
  await expect(strip).toContainText('Recurring at zero', { timeout: 90_000 })
  await expect(strip).toContainText('Reminders at zero', { timeout: 60_000 })
})
