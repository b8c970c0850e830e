import { createMemoryHistory } from '@tanstack/react-router'
import { render } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { App } from '@/app/app'
import { createAppRouter } from '@/app/router'
import { createQueryClient } from '@/lib/query-client'

/** The whole app at a path, as a browser would show it, with a user at its keyboard and pointer. */
export function renderApp(path = '/') {
  const client = createQueryClient()
  client.setDefaultOptions({ queries: { ...client.getDefaultOptions().queries, retry: false } })
  const router = createAppRouter(createMemoryHistory({ initialEntries: [path] }))
  const { unmount } = render(<App client={client} router={router} />)
  return { client, leave: unmount, router, user: userEvent.setup() }
}
