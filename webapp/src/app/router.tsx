import { createRootRoute, createRoute, createRouter, Link, lazyRouteComponent, type RouterHistory } from '@tanstack/react-router'
import { ProblemNotice } from '@/components/problem-notice'
import { useText } from '@/lib/i18n'
import { AppLayout } from './layout/app-layout'
import { readPanel } from './layout/panels'
import { RouteSkeleton } from './layout/route-skeleton'
import { Today } from './routes/today'
import { SessionGate } from './session-gate'

const root = createRootRoute({
  component: () => (
    <SessionGate>
      <AppLayout />
    </SessionGate>
  ),
  notFoundComponent: NotFound,
  validateSearch: readPanel,
})

const getParentRoute = () => root

// Today is what most people open; each other page is loaded when somebody goes there, or is about to.
const routes = [
  createRoute({ getParentRoute, path: '/', component: Today }),
  createRoute({ getParentRoute, path: '/upcoming', component: lazyRouteComponent(() => import('./routes/upcoming'), 'Upcoming') }),
  createRoute({ getParentRoute, path: '/tasks', validateSearch: readSearch, component: lazyRouteComponent(() => import('./routes/tasks'), 'Tasks') }),
  createRoute({ getParentRoute, path: '/recurring', component: lazyRouteComponent(() => import('./routes/recurring'), 'Recurring') }),
  createRoute({
    getParentRoute,
    path: '/recurring/new',
    component: lazyRouteComponent(() => import('./routes/recurring-new'), 'RecurringNew'),
  }),
  createRoute({
    getParentRoute,
    path: '/recurring/$seriesId',
    component: lazyRouteComponent(() => import('./routes/recurring-edit'), 'RecurringEdit'),
    // The occurrence that it is edited from: the rule's own local time.
    validateSearch: ({ from }: Record<string, unknown>): { from?: string } => (typeof from === 'string' ? { from } : {}),
  }),
  createRoute({ getParentRoute, path: '/reminders', component: lazyRouteComponent(() => import('./routes/reminders'), 'Reminders') }),
  createRoute({ getParentRoute, path: '/tags', component: lazyRouteComponent(() => import('./routes/tags'), 'Tags') }),
  createRoute({ getParentRoute, path: '/notifications', component: lazyRouteComponent(() => import('./routes/notifications'), 'Notifications') }),
  createRoute({ getParentRoute, path: '/settings', component: lazyRouteComponent(() => import('./routes/settings'), 'Settings') }),
  createRoute({ getParentRoute, path: '/insight', component: lazyRouteComponent(() => import('./routes/insight'), 'Insight') }),
] as const

interface TaskSearch {
  q?: string
  sort?: string
}

function readSearch({ q, sort }: Record<string, unknown>): TaskSearch {
  return { ...(typeof q === 'string' && { q }), ...(typeof sort === 'string' && { sort }) }
}

const routeTree = root.addChildren(routes)

export function createAppRouter(history?: RouterHistory) {
  return createRouter({
    routeTree,
    ...(history && { history }),
    scrollRestoration: true,
    defaultPreload: 'intent',
    defaultPendingComponent: RouteSkeleton,
    defaultErrorComponent: Broken,
  })
}

declare module '@tanstack/react-router' {
  interface Register {
    router: ReturnType<typeof createAppRouter>
  }
}

/** What went wrong in a page of ours: said in its place, with the way on. */
function Broken({ error, reset }: { error: unknown; reset: () => void }) {
  const text = useText()
  return (
    <main id="main" className="mx-auto flex min-h-dvh max-w-content flex-col justify-center p-6">
      <ProblemNotice what={text('page.broken')} error={error} onRetry={reset} />
    </main>
  )
}

function NotFound() {
  const text = useText()
  return (
    <main id="main" className="mx-auto flex min-h-dvh max-w-narrow flex-col justify-center gap-4 px-6">
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
