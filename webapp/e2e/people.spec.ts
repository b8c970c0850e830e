import { expect, expectAccessible, go, origin, OWNER, test } from './journey'

test('somebody is invited, makes an account, signs out and in again', async ({ browser, locale }) => {
  const owner = await (await browser.newContext({ storageState: OWNER, ...(locale && { locale }) })).newPage()
  await owner.goto(origin)
  await expect(owner.getByRole('heading', { level: 1, name: 'Today' })).toBeVisible()
  await go(owner, 's', 'Settings')
  await owner.getByRole('button', { name: 'Invite somebody' }).click()
  const invitation = await owner.getByRole('textbox', { name: /invitation/i }).inputValue()
  expect(invitation).toContain(`${origin}/join#`)
  await owner.context().close()

  // Where weeks begin on Sunday.
  const guest = await (await browser.newContext({ locale: 'en-US' })).newPage()
  await guest.goto(invitation)
  await expect(guest.getByRole('heading', { name: 'Make an account' })).toBeVisible()
  await expectAccessible(guest)
  const name = `Grace ${Date.now()}`
  await guest.getByRole('textbox', { name: 'Name', exact: true }).fill(name)
  await guest.getByLabel('Password').fill('short')
  await guest.getByLabel('Password').fill('a quiet instrument')
  await guest.getByRole('button', { name: 'Make the account' }).click()
  await expect(guest.getByRole('heading', { level: 1, name: 'Today' })).toBeVisible()

  await go(guest, 's', 'Settings')
  await expect(guest.getByRole('button', { name: /Week begins on/ })).toHaveText(/Sunday/)
  await guest.getByLabel('Password now').fill('a quiet instrument')
  await guest.getByLabel('New password').fill('another instrument')
  await guest.getByRole('button', { name: 'Change the password' }).click()
  await expect(guest.getByText('Your password is changed.')).toBeVisible()
  await guest.getByRole('button', { name: 'Sign out' }).click()

  await guest.getByRole('textbox', { name: 'Name or e-mail' }).fill(name)
  await guest.getByLabel('Password').fill('a quiet instrument')
  await guest.getByRole('button', { name: 'Sign in' }).click()
  await expect(guest.getByRole('alert')).not.toBeEmpty()
  await guest.getByLabel('Password').fill('another instrument')
  await guest.getByRole('button', { name: 'Sign in' }).click()
  await expect(guest.getByRole('heading', { level: 1, name: 'Settings' })).toBeVisible()
  await guest.context().close()
})

test('an invitation that was used says so', async ({ browser }) => {
  const guest = await (await browser.newContext()).newPage()
  await guest.goto(`${origin}/join#used-already`)
  await guest.getByRole('textbox', { name: 'Name', exact: true }).fill('Grace')
  await guest.getByLabel('Password').fill('a quiet instrument')
  await guest.getByRole('button', { name: 'Make the account' }).click()
  await expect(guest.getByRole('alert')).toContainText('invitation')
  await guest.context().close()
})
