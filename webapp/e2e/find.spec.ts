import type { Page } from '@playwright/test'
import { expect, go, test } from './journey'

const rowsOf = (page: Page) => page.getByRole('list', { name: 'Tasks' }).getByRole('listitem').filter({ has: page.getByRole('checkbox') })

test('finds groceries by a word, a tag and a priority', async ({ page, person }) => {
  await person.post('tasks', { title: 'Grocery run', tags: ['home'], priority: 'low' })
  await person.post('tasks', { title: 'Order groceries for the party', tags: ['party'], priority: 'high' })
  await person.post('tasks', { title: 'Write the report', notes: 'not about the grocery', tags: ['work'], priority: 'medium' })
  await person.post('tasks', { title: 'Ring the bank', tags: ['home'] })
  await go(page, 'a', 'Tasks')

  await page.keyboard.press('/')
  await page.keyboard.type('grocery')
  await expect(page).toHaveURL(/q=grocery/)
  const rows = rowsOf(page)
  await expect(rows).toHaveCount(2)

  // The words of the grammar are completed while they are typed, the tags with them.
  const search = page.getByRole('combobox', { name: 'Search tasks' })
  await search.fill('')
  await search.pressSequentially('gro tag:ho')
  await page.keyboard.press('Tab')
  await expect(search).toHaveValue('gro tag:home ')
  await expect(rows).toHaveText([/Grocery run/])

  await search.fill('')
  await page.getByRole('button', { name: /Sort by/ }).click()
  await page.getByRole('option', { name: 'Priority' }).click()
  await expect(rows).toHaveText([/Order groceries/, /Ring the bank|Write the report/, /Ring the bank|Write the report/, /Grocery run/])
  await expect(page).toHaveURL(/sort=priority/)
  await page.reload()
  await expect(rows.first()).toContainText('Order groceries')

  await page.getByRole('button', { name: 'High priority' }).click()
  await expect(search).toHaveValue(/priority:high/)
  await expect(rows).toHaveText([/Order groceries/])
})

test('says what is wrong with a query, and where', async ({ page }) => {
  await go(page, 'a', 'Tasks')
  const search = page.getByRole('combobox', { name: 'Search tasks' })
  await search.fill('due:someday')
  await expect(search).toHaveAttribute('aria-invalid', 'true')
  await expect(page.getByRole('main')).toContainText(/due/)
})

test('keeps a search by name, and finds it so again', async ({ page, person }) => {
  await person.post('tasks', { title: 'Order groceries', tags: ['home'], priority: 'high' })
  await go(page, 'a', 'Tasks')
  await page.getByRole('combobox', { name: 'Search tasks' }).fill('tag:home priority:high')
  await page.getByRole('button', { name: 'Keep this search' }).click()
  await page.getByRole('textbox', { name: 'Name' }).fill('At home first')
  await page.keyboard.press('Enter')
  await go(page, 't', 'Today')
  await go(page, 'a', 'Tasks')
  await page.getByRole('button', { name: 'At home first' }).click()
  await expect(page.getByRole('combobox', { name: 'Search tasks' })).toHaveValue('tag:home priority:high')
  await expect(rowsOf(page)).toHaveCount(1)
})

test('changes many at once, and takes it back', async ({ page, person }) => {
  for (const title of ['One', 'Two', 'Three']) await person.post('tasks', { title })
  await go(page, 'a', 'Tasks')
  for (const title of ['One', 'Two']) {
    await page.getByRole('checkbox', { name: title }).focus()
    await page.keyboard.press('x')
  }
  const bar = page.getByRole('toolbar', { name: 'What to do with those selected' })
  await expect(bar).toContainText('2 selected')
  await bar.getByRole('button', { name: 'Complete' }).click()
  await expect(page.getByText('Completed 2 tasks.')).toBeVisible()
  await expect(page.getByRole('checkbox', { name: 'Two' })).toBeChecked()

  await page.keyboard.press('z')
  await expect(page.getByRole('checkbox', { name: 'One' })).not.toBeChecked()
  await expect(page.getByRole('checkbox', { name: 'Two' })).not.toBeChecked()
  await page.reload()
  await expect(page.getByRole('checkbox', { name: 'One' })).not.toBeChecked()

  await page.getByRole('button', { name: 'Select', exact: true }).click()
  await page.getByRole('listitem').filter({ hasText: 'Three' }).click()
  await page.getByRole('button', { name: 'Select all 3' }).click()
  await bar.getByRole('button', { name: 'Delete' }).click()
  await page.getByRole('alertdialog').getByRole('button', { name: 'Delete 3 tasks' }).click()
  await expect(page.getByRole('checkbox')).toHaveCount(0)
  await page.keyboard.press('z')
  await expect(page.getByRole('checkbox')).toHaveCount(3)
})
