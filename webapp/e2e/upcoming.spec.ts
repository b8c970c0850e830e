import type { SeriesList, SeriesOccurrence, Task } from '../src/api/types'
import { dayFromNow, expect, go, type Person, test } from './journey'

const day = (days: number) =>
  new Intl.DateTimeFormat('en-GB', { weekday: 'long', day: 'numeric', month: 'long', timeZone: 'UTC' }).format(Date.parse(`${dayFromNow(days)}T12:00:00Z`)).replace(',', '')

const daily = (person: Person) => person.post('series', { title: 'Stretch', start: `${dayFromNow(2)}T08:00`, zone: 'Europe/Berlin', rule: 'FREQ=DAILY;COUNT=4' })

/** The days that the series has still, by its own clock. */
async function daysOf(person: Person): Promise<string[]> {
  const { items } = await person.get<SeriesList>('series')
  const lists = await Promise.all(
    items.map(({ id }) => person.get<{ items: SeriesOccurrence[] }>(`series/${id}/occurrences?from=${dayFromNow(0)}T00:00:00Z&to=${dayFromNow(20)}T00:00:00Z`)),
  )
  // Undone meanwhile, what was split off is not there any more.
  return lists.flatMap(({ items: occurrences = [] }: { items?: SeriesOccurrence[] }) => occurrences.map(({ at }) => at.slice(0, 10))).sort()
}

test.beforeEach(async ({ page, person }) => {
  await daily(person)
  await go(page, 'u', 'Upcoming')
})

for (const [scope, button, days] of [
  ['this', 'Only this one', [2, 4, 5, 7]],
  ['following', 'This and those that follow', [2, 7, 8, 9]],
  ['all', 'All of the series', [6, 7, 8, 9]],
] as const) {
  test(`drags one of a series to another day: ${scope}`, async ({ page, person }) => {
    const chip = page.getByRole('region', { name: day(3) }).getByRole('link', { name: /Stretch/ })
    await expect(chip).toContainText('not yet made')
    await chip.dragTo(page.getByRole('region', { name: day(7) }))
    await page.getByRole('dialog').getByRole('button', { name: button }).click()
    await expect(page.getByText(/^Moved “Stretch”/)).toBeVisible()
    await expect(page.getByRole('region', { name: day(7) }).getByRole('link', { name: /Stretch/ })).toBeVisible()
    await expect.poll(() => daysOf(person)).toEqual(days.map(dayFromNow))

    await page.keyboard.press('z')
    await expect.poll(() => daysOf(person)).toEqual([2, 3, 4, 5].map(dayFromNow))
    await expect(page.getByRole('region', { name: day(7) })).toContainText('free')
  })
}

test('moves a task by the arrow keys, in the month as well', async ({ page, person }) => {
  await person.post('tasks', { title: 'Ring the bank', due: { date: dayFromNow(1) } })
  const moved = page.getByRole('link', { name: /Ring the bank/ })
  await moved.focus()
  await page.keyboard.press('Alt+ArrowRight')
  await expect(page.getByRole('region', { name: day(2) }).getByRole('link', { name: /Ring the bank/ })).toBeFocused()
  await page.getByRole('button', { name: 'Month' }).click()
  await expect(page.getByRole('table').getByRole('link', { name: /Ring the bank/ })).toBeVisible()
})

test('puts a task off to another day, which keeps its time and its zone', async ({ page, person }) => {
  const { id } = await person.post<Task>('tasks', { title: 'Ring New York', due: { local: `${dayFromNow(1)}T09:30`, zone: 'America/New_York' } })
  await page.getByRole('link', { name: /Ring New York/ }).focus()
  await page.keyboard.press('s')
  await expect(page.getByRole('dialog').getByRole('button', { name: /^Today/ })).toBeFocused()
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('Enter')
  await expect(page.getByRole('region', { name: day(7) }).getByRole('link', { name: /Ring New York/ })).toBeFocused()
  const { due } = await person.get<Task>(`tasks/${id}`)
  expect(due).toMatchObject({ local: expect.stringContaining(`${dayFromNow(7)}T09:30`), zone: 'America/New_York' })
})
