import AxeBuilder from '@axe-core/playwright'
import { type APIRequestContext, type BrowserContext, expect, type Page, test as base } from '@playwright/test'
import type { Insight, Task } from '../src/api/types'

/** The cookie of whoever signed in by the link (sign-in.setup.ts). */
export const OWNER = 'test-results/owner.json'

export const link = process.env.PUNCTUAL_URL ?? 'http://localhost:8080'
export const origin = new URL(link).origin

/** Somebody with an account of their own, in which nothing is yet, and what they do through the API. */
export interface Person {
  name: string
  password: string
  email: string
  request: APIRequestContext
  /** Makes something: `post('tasks', …)`; its answer. */
  post: <Made>(path: string, data: object) => Promise<Made>
  get: <Read>(path: string) => Promise<Read>
}

interface Journey {
  /** What a browser may complain of; a journey that ends with any has failed. */
  complaints: string[]
  person: Person
  /** Signed in as the person. */
  context: BrowserContext
}

/** Each journey is somebody else's, so that none sees what another left. */
export const test = base.extend<Journey>({
  // eslint-disable-next-line no-empty-pattern -- Playwright reads from the pattern what a fixture needs
  complaints: async ({}, run) => {
    const complaints: string[] = []
    await run(complaints)
    expect(complaints).toEqual([])
  },

  person: async ({ context, playwright }, run, { testId }) => {
    const owner = await playwright.request.newContext({ baseURL: origin, storageState: OWNER })
    const invitation = await owner.post('/api/v1/accounts/invitations')
    expect(invitation.status(), await invitation.text()).toBe(201)
    const { secret } = (await invitation.json()) as { secret: string }
    await owner.dispose()

    const name = `Ada ${testId.slice(0, 6)} ${Date.now()}`
    const password = 'correct horse battery'
    const email = `${name.toLowerCase().replaceAll(' ', '-')}@example.org`
    const { request } = context
    const made = await request.post(`${origin}/api/v1/accounts`, { data: { name, password, email, zone: 'Europe/Berlin', invitation: secret } })
    expect(made.status(), await made.text()).toBe(201)
    await run({
      name,
      password,
      email,
      request,
      post: async <Made>(path: string, data: object) => {
        const answer = await request.post(`${origin}/api/v1/${path}`, { data })
        expect(answer.status(), await answer.text()).toBe(201)
        return (await answer.json()) as Made
      },
      get: async <Read>(path: string) => (await (await request.get(`${origin}/api/v1/${path}`)).json()) as Read,
    })
  },

  page: async ({ page, complaints, person }, run) => {
    expect(person.name).not.toBe('')
    listen(page, complaints)
    await page.goto(origin)
    await expect(page.getByRole('heading', { level: 1, name: 'Today' })).toBeVisible()
    await run(page)
  },
})

/** Hears what is thrown, and which rule of the Content-Security-Policy is broken. */
export function listen(page: Page, complaints: string[]): void {
  page.on('pageerror', (error) => complaints.push(error.message))
  page.on('console', (message) => {
    if (message.type() === 'error' && /Content.Security.Policy/i.test(message.text())) complaints.push(message.text())
  })
}

/** What has just appeared has faded in; what never ends is not waited for. */
export const settled = (page: Page) =>
  page.waitForFunction(() =>
    document.getAnimations().every(({ effect, playState }) => playState === 'finished' || effect?.getComputedTiming().iterations === Infinity),
  )

/** All of axe's rules in light colours, those on colours in dark ones, too. */
export async function expectAccessible(page: Page): Promise<void> {
  const rules = new AxeBuilder({ page }).withTags(['wcag2a', 'wcag2aa', 'wcag21aa', 'wcag22aa', 'best-practice'])
  for (const [colorScheme, axe] of [['dark', new AxeBuilder({ page }).withRules('color-contrast')], ['light', rules]] as const) {
    await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' })
    await settled(page)
    const { violations } = await axe.analyze()
    expect(violations.map(({ id, nodes }) => `${colorScheme}: ${id}: ${nodes.map(({ html }) => html).join('\n')}`)).toEqual([])
  }
}

/** What arrives by itself waits while the pointer is over the list. */
export const movePointerAway = (page: Page) => page.mouse.move(0, 0)

/** So that a page has something to show: tasks of all kinds, a series, a reminder, tags. */
export async function fill({ post }: Person): Promise<void> {
  const due = { local: `${dayFromNow(1)}T14:00` }
  const task = await post<Task>('tasks', { title: 'Submit the report', notes: 'With *all* figures.', priority: 'high', tags: ['work'], due })
  await post('tasks', { title: 'Water the plants', tags: ['home'], due: { date: dayFromNow(0) } })
  await post('tasks', { title: 'Renew the passport', priority: 'low', due: { date: dayFromNow(-3) } })
  await post('tasks', { title: 'Read about tides' })
  await post('series', { title: 'Team sync', start: `${dayFromNow(1)}T10:00`, zone: 'America/New_York', rule: 'FREQ=WEEKLY', tags: ['work'] })
  await post('reminders', { taskId: task.id, before: 'PT1H' })
}

/** Goes to a page by its two keys. */
export async function go(page: Page, key: string, name: string): Promise<void> {
  await page.keyboard.press('g')
  await page.keyboard.press(key)
  await expect(page.getByRole('heading', { level: 1, name })).toBeVisible()
}

export const inSeconds = (seconds: number) => new Date(Date.now() + seconds * 1000)

/** A day of Berlin's calendar, so many days from now: "2026-11-27". */
export const dayFromNow = (days: number) =>
  new Intl.DateTimeFormat('sv-SE', { timeZone: 'Europe/Berlin' }).format(Date.now() + days * 86_400_000)

/** How many processes of a function run, and how many records wait for it, as the gateway says. */
export async function stateOf(person: Person, name: string): Promise<{ running: number; lag: number | null } | undefined> {
  const { functions } = await person.get<Insight>('insight')
  const state = functions.find((other) => other.name === name)
  return state && { running: state.running, lag: state.lag }
}

export const atZero = { running: 0, lag: 0 }

export { expect } from '@playwright/test'
