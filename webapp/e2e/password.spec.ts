import type { ApiToken } from '../src/api/types'
import { expect, expectAccessible, origin, test } from './journey'
import { hasMailServer, lettersTo } from './mailbox'

const NEW = 'a quiet instrument'

test('a forgotten password is reset by a mailed link, once, and whoever was signed in is not any more', async ({ page, person, browser, playwright, locale }) => {
  test.skip(!hasMailServer(), 'PUNCTUAL_URL names one that mails elsewhere')
  const { secret } = await person.post<ApiToken>('me/tokens', { name: 'backup', scope: 'read' })
  const program = await playwright.request.newContext({ baseURL: origin, extraHTTPHeaders: { Authorization: `Bearer ${secret ?? ''}` } })
  expect((await program.get('/api/v1/me')).status()).toBe(200)

  const elsewhere = await (await browser.newContext({ ...(locale && { locale }) })).newPage()
  await elsewhere.goto(origin)
  await elsewhere.getByRole('button', { name: 'I forgot my password' }).click()
  await elsewhere.getByRole('textbox', { name: 'E-mail' }).fill(person.email)
  await expectAccessible(elsewhere)
  await elsewhere.getByRole('button', { name: 'Send the link' }).click()
  await expect(elsewhere.getByText(/a mail is on its way/)).toBeVisible()

  const link = () => new RegExp(`${origin}/reset#\\S+`).exec(lettersTo(person.email)[0] ?? '')?.[0] ?? ''
  await expect.poll(link, { timeout: 60_000 }).not.toBe('')
  await elsewhere.goto(link())
  await expect(elsewhere.getByRole('heading', { name: 'A new password' })).toBeVisible()
  await expectAccessible(elsewhere)
  const set = async (password: string) => {
    await elsewhere.getByLabel('New password').fill(password)
    await elsewhere.getByRole('button', { name: 'Set the password' }).click()
  }
  await set(person.name)
  await expect(elsewhere.getByRole('alert')).not.toBeEmpty()
  await set(NEW)
  await expect(elsewhere.getByText(/^Your password is set/)).toBeVisible()

  // What was open goes back to signing in by itself, for its stream has ended.
  await expect(page.getByRole('heading', { name: 'Sign in' })).toBeVisible({ timeout: 60_000 })
  expect((await program.get('/api/v1/me')).status()).toBe(401)

  await elsewhere.goto('about:blank')
  await elsewhere.goto(link())
  await set('another instrument')
  await expect(elsewhere.getByRole('alert')).toContainText('once')
  await elsewhere.getByRole('button', { name: 'Back to signing in' }).click()

  const signIn = async (password: string) => {
    await elsewhere.getByRole('textbox', { name: 'Name or e-mail' }).fill(person.email)
    await elsewhere.getByLabel('Password').fill(password)
    await elsewhere.getByRole('button', { name: 'Sign in', exact: true }).click()
  }
  await signIn(person.password)
  await expect(elsewhere.getByRole('alert')).not.toBeEmpty()
  await signIn(NEW)
  await expect(elsewhere.getByRole('heading', { level: 1, name: 'Today' })).toBeVisible()
  await elsewhere.context().close()
  await program.dispose()
})
