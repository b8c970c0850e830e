import { expect, expectAccessible, go, test } from './journey'

test('builds a rule with its next ten, marks where the clocks change, pauses and resumes what it made', async ({ page }) => {
  await go(page, 'r', 'Recurring')
  await page.getByRole('link', { name: 'New series' }).first().click()
  await page.getByRole('textbox', { name: 'Title' }).fill('Reset the meters')
  const preview = page.getByRole('region', { name: 'What it comes to' })
  await expect(preview).toContainText('every week on')
  await expect(preview.getByRole('listitem')).toHaveCount(10)
  await page.getByText('Every other week', { exact: true }).click()
  await expect(preview).toContainText(/every (2 weeks|other week) on/i)
  await expectAccessible(page)

  // Within ten months there is a last Sunday on which Berlin's clocks change, at this very time.
  await page.getByRole('spinbutton', { name: /hour/ }).click()
  await page.keyboard.type('0230')
  await page.getByRole('button', { name: 'Write the rule itself' }).click()
  await page.getByRole('textbox', { name: 'Rule (RFC 5545)' }).fill('FREQ=MONTHLY;BYDAY=-1SU')
  await expect(preview).toContainText('every month on the last Sunday at 02:30')
  await expect(preview).toContainText(/The clocks in Berlin go (forward|back)/)

  await page.reload()
  await expect(page.getByRole('textbox', { name: 'Title' })).toHaveValue('Reset the meters')
  await page.getByRole('button', { name: 'Create' }).click()
  await expect(page.getByText(/Every month on the last Sunday/i).first()).toBeVisible()
  await page.getByRole('link', { name: 'Reset the meters' }).click()
  const panel = page.getByRole('complementary', { name: 'Recurring task' })
  await panel.getByRole('button', { name: 'Pause' }).click()
  await expect(panel).toContainText('paused')
  await panel.getByRole('button', { name: 'Resume' }).click()
  await expect(panel).toContainText('not begun')
  await expectAccessible(page)
})
