import { screen, waitFor, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { http, HttpResponse } from 'msw'
import { beforeEach, describe, expect, it } from 'vitest'
import type { Tag } from '@/api/types'
import { problem, server } from '@/test/fake-gateway'
import { renderApp } from '@/test/render-app'

let tags: Tag[] = []
let patches: unknown[] = []

beforeEach(() => {
  patches = []
  tags = [
    { name: 'home', colour: null, open: 1, all: 4 },
    { name: 'work', colour: '#3e7cb1', open: 7, all: 20 },
    { name: 'garden', colour: null, open: 0, all: 2 },
  ]
  server.use(
    http.get('*/api/v1/tags', () => HttpResponse.json({ items: tags, nextCursor: null })),
    http.patch('*/api/v1/tags/:name', async ({ request, params }) => {
      const body = (await request.json()) as Partial<Tag>
      patches.push({ tag: params.name, ...body })
      tags = tags.filter(({ name }) => name !== body.name).map((tag) => (tag.name === params.name ? { ...tag, ...body } : tag))
      return HttpResponse.json(tags.find(({ name }) => name === (body.name ?? params.name)))
    }),
    http.delete('*/api/v1/tags/:name', ({ params }) => {
      tags = tags.filter(({ name }) => name !== params.name)
      return new HttpResponse(null, { status: 204, headers: { 'Change-Id': 'c1' } })
    }),
  )
})

const names = () => within(screen.getByRole('main')).getAllByRole('link').map((link) => link.textContent)

const rename = async (to: string) => {
  const { user } = renderApp('/tags')
  await user.click(await screen.findByRole('button', { name: 'Actions for the tag home' }))
  await user.click(await screen.findByRole('menuitem', { name: 'Rename' }))
  const dialog = within(await screen.findByRole('dialog', { name: 'Rename home' }))
  const field = dialog.getByRole('textbox', { name: 'Name' })
  await user.clear(field)
  field.focus()
  await userEvent.paste(to)
  return { user, dialog }
}

describe('tags', () => {
  it('are listed by what is open, and lead to their tasks', async () => {
    renderApp('/tags')
    expect(await screen.findByRole('link', { name: 'work' })).toHaveAttribute('href', '/tasks?q=tag%3Awork')
    expect(names()).toEqual(['work', 'home', 'garden'])
    expect(screen.getByText('7 open')).toBeVisible()
  })

  it('are coloured at once', async () => {
    const { user } = renderApp('/tags')
    await user.click(await screen.findByRole('button', { name: 'Colour of home: none' }))
    await user.click(await screen.findByRole('button', { name: 'green' }))
    expect(await screen.findByRole('button', { name: 'Colour of home: green' })).toBeVisible()
    await waitFor(() => expect(patches).toEqual([{ tag: 'home', colour: '#3f9142' }]))
  })

  it('are renamed wherever they are', async () => {
    const { user, dialog } = await rename('House')
    expect(dialog.getByText('It changes on 4 tasks.')).toBeVisible()
    await user.click(dialog.getByRole('button', { name: 'Rename' }))
    expect(await screen.findByText('home is now house.')).toBeVisible()
    expect(patches).toEqual([{ tag: 'home', name: 'house' }])
    expect(await screen.findByRole('link', { name: 'house' })).toBeVisible()
  })

  it('become one with another only when that was said before', async () => {
    const { user, dialog } = await rename('garden')
    expect(dialog.getByText('There is a tag garden already: home becomes one with it, on 6 tasks in all.')).toBeVisible()
    await user.click(dialog.getByRole('button', { name: 'Make them one' }))
    expect(await screen.findByText('home is now one with garden.')).toBeVisible()
    expect(patches).toEqual([{ tag: 'home', name: 'garden', merge: true }])
  })

  it('are there again, with the reason, when they cannot be deleted', async () => {
    server.use(http.delete('*/api/v1/tags/:name', () => problem(503)))
    const { user } = renderApp('/tags')
    await user.click(await screen.findByRole('button', { name: 'Actions for the tag garden' }))
    await user.click(await screen.findByRole('menuitem', { name: 'Take it off 2 tasks' }))
    expect(await screen.findByText(/The tag garden is as it was/)).toBeVisible()
    expect(names()).toEqual(['work', 'home', 'garden'])
  })

  it('say what they are for when there are none', async () => {
    tags = []
    renderApp('/tags')
    expect(await screen.findByText('No tags yet')).toBeVisible()
  })
})
