import { useNavigate, useSearch } from '@tanstack/react-router'
import { useEffect, useLayoutEffect, useState } from 'react'
import { Page } from '@/components/page'
import { TaskFinder } from '@/features/tasks/components/task-finder'
import type { TaskSearch } from '@/features/tasks/api/get-tasks'
import '@/features/tasks/strings'
import { takeSearch } from '../layout/overlay-store'

/** How long the address waits until somebody has stopped typing, in milliseconds. */
const SETTLES = 300

/** Every task. The query and the order are in the address, so that both can be kept as a bookmark. */
export function Tasks() {
  const navigate = useNavigate()
  const { q = 'is:open', sort = 'due' } = useSearch({ strict: false })
  const [search, setSearch] = useState({ q, sort })
  const [address, setAddress] = useState({ q, sort })
  /** What we have written into the address, and not seen there yet. */
  const [sent, setSent] = useState<readonly TaskSearch[]>([])
  if (address.q !== q || address.sort !== sort) {
    setAddress({ q, sort })
    const ours = sent.findIndex((other) => other.q === q && other.sort === sort)
    setSent(ours === -1 ? [] : sent.slice(ours + 1))
    // Somebody went back, or followed a link here.
    if (ours === -1) setSearch({ q, sort })
  }

  useEffect(() => {
    if (search.q === q && search.sort === sort) return
    // What is chosen is there at once: only typing has an end to wait for.
    const wait = search.sort === sort ? SETTLES : 0
    const timer = setTimeout(() => {
      setSent((before) => [...before, search])
      void navigate({ to: '/tasks', search: (before) => ({ ...before, ...search }), replace: true, resetScroll: false })
    }, wait)
    return () => clearTimeout(timer)
  }, [search, q, sort, navigate])

  // Asked for from another page by its key: what was typed since then is what is looked for.
  const [asked, setAsked] = useState(false)
  useLayoutEffect(() => {
    const typed = takeSearch()
    if (typed === null) return
    // eslint-disable-next-line react-hooks/set-state-in-effect -- drawn again before anything else happens
    setAsked(true)
    if (typed !== '') setSearch((before) => ({ ...before, q: typed }))
  }, [])

  return (
    <Page title="place.tasks">
      <TaskFinder search={search} onChange={setSearch} asked={asked} />
    </Page>
  )
}
