import { createRootRoute, createRoute, createRouter, Link, Outlet, type RouterHistory } from '@tanstack/react-router'
import { ToastRegion } from '@/components/toast-region'
import { useText } from '@/lib/i18n'
import { ConnectionStrip } from './connection-strip'
import { useLive } from './live'
import { Today } from './routes/today'
import { SessionGate } from './session-gate'

const root = createRootRoute({
  component: () => (
    <SessionGate>
      <SignedIn />
    </SessionGate>
  ),
  notFoundComponent: NotFound,
})

// Each further page is a route of its own with `component: lazyRouteComponent(() => import(…))`.
const today = createRoute({ getParentRoute: () => root, path: '/', component: Today })

const routeTree = root.addChildren([today])

export function createAppRouter(history?: RouterHistory) {
  return createRouter({ routeTree, ...(history && { history }), scrollRestoration: true })
}

declare module '@tanstack/react-router' {
  interface Register {
    router: ReturnType<typeof createAppRouter>
  }
}

function SignedIn() {
  useLive()
  return (
    <>
      <Outlet />
      <ToastRegion />
      <ConnectionStrip />
    </>
  )
}

function NotFound() {
  const text = useText()
  return (
    <main className="mx-auto flex min-h-dvh max-w-narrow flex-col justify-center gap-4 px-6">
      <title>{`${text('notFound.title')} · Punctual`}</title>
      <h1 className="text-title font-strong">{text('notFound.title')}</h1>
      <p className="text-muted">{text('notFound.what')}</p>
      <p>
        <Link to="/" className="text-accent underline underline-offset-4">
          {text('notFound.home')}
        </Link>
      </p>
    </main>
  )
}
