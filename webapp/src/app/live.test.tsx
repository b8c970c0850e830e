import { screen, within } from '@testing-library/react'
import { http, HttpResponse } from 'msw'
import { describe, expect, it } from 'vitest'
import type { Task } from '@/api/types'
import { FakeEventSource } from '@/test/fake-event-source'
import { aTask, fakeGateway, server } from '@/test/fake-gateway'
import { gate } from '@/test/gate'
import { renderApp } from '@/test/render-app'

/** An answer with what there was when it was asked for, which arrives when the test says so. */
function slowAnswer() {
  const asked = gate()
  const arrives = gate()
  server.use(
    http.get(
      '*/api/v1/tasks',
      async () => {
        const items: Task[] = fakeGateway.tasks
        asked.open()
        await arrives.passed
        return HttpResponse.json({ items, nextCursor: null })
      },
      { once: true },
    ),
  )
  return { asked: asked.passed, arrive: arrives.open }
}

describe('what came while the stream was away', () => {
  it('is marked new, and what was there is not', async () => {
    fakeGateway.tasks = [aTask({ title: 'Buy oats', createdAt: '2026-11-20T09:00:00Z' })]
    renderApp()
    await screen.findByRole('checkbox', { name: 'Buy oats' })
    FakeEventSource.last.open()
    FakeEventSource.last.lose({ givenUp: true })
    const older = aTask({ title: 'Taken out of the trash', createdAt: '2026-11-19T09:00:00Z' })
    fakeGateway.tasks = [...fakeGateway.tasks, older, aTask({ title: 'Ring the bank', createdAt: '2026-11-21T09:00:00Z' })]
    window.dispatchEvent(new Event('online'))
    FakeEventSource.last.open()
    const rowOf = async (name: string) => within(await screen.findByRole('listitem', { name: (_, row) => row.textContent.includes(name) }))
    expect((await rowOf('Ring the bank')).getByText('new')).toBeVisible()
    expect((await rowOf('Taken out of the trash')).queryByText('new')).not.toBeInTheDocument()
    expect((await rowOf('Buy oats')).queryByText('new')).not.toBeInTheDocument()
  })
})

describe('an answer that was on its way', () => {
  it('does not hide what was made before the stream began', async () => {
    const answer = slowAnswer()
    renderApp()
    await answer.asked
    fakeGateway.tasks = [aTask({ title: 'Ring the bank' })]
    FakeEventSource.last.open()
    answer.arrive()
    expect(await screen.findByRole('checkbox', { name: 'Ring the bank' })).toBeVisible()
  })

  it('does not hide what the stream told meanwhile', async () => {
    const first = slowAnswer()
    renderApp()
    await first.asked
    const task = aTask({ title: 'Ring the bank' })
    fakeGateway.tasks = [task]
    FakeEventSource.last.send('task.changed', { taskId: task.id, task })
    first.arrive()
    expect(await screen.findByRole('checkbox', { name: 'Ring the bank' })).toBeVisible()
  })

  it('does not bring back what the stream has changed, when a list is read again', async () => {
    const task = aTask({ title: 'Buy oats' })
    fakeGateway.tasks = [task]
    renderApp()
    await screen.findByRole('checkbox', { name: 'Buy oats' })
    const again = slowAnswer()
    FakeEventSource.last.open()
    await again.asked
    fakeGateway.tasks = [{ ...task, title: 'Buy lemons', version: 2 }]
    FakeEventSource.last.send('task.changed', { taskId: task.id, task: { ...task, title: 'Buy lemons', version: 2 } })
    again.arrive()
    expect(await screen.findByText('Buy lemons')).toBeVisible()
    expect(await screen.findByRole('checkbox', { name: 'Buy lemons' })).toBeVisible()
  })
})
