import { useQuery } from '@tanstack/react-query'
import { type ReactNode, Suspense } from 'react'
import { Problem } from '@/api/problem'
import { ProblemNotice } from '@/components/problem-notice'
import { meOptions } from '@/features/session/api/get-me'
import { MeContext } from '@/hooks/use-me'
import { ZoneContext } from '@/hooks/use-reader'
import { useText } from '@/lib/i18n'
import { lazyPart } from '@/lib/lazy-part'
import { PageSkeleton } from './page-skeleton'

const SignIn = lazyPart(() => import('@/features/session/components/sign-in'), 'SignIn')

/** The app for whoever is signed in; for anybody else, how to sign in. */
export function SessionGate({ children }: { children: ReactNode }) {
  const text = useText()
  const me = useQuery(meOptions)
  const check = () => void me.refetch()
  // Where a mailed link leads, also whoever is signed in.
  const isElsewhere = window.location.pathname === '/reset'

  if (isElsewhere || (me.error instanceof Problem && me.error.isSignedOut)) {
    return (
      <Suspense fallback={<PageSkeleton />}>
        <SignIn onCheck={check} checking={me.isFetching} />
      </Suspense>
    )
  }
  if (me.data !== undefined) {
    return (
      <MeContext value={me.data}>
        <ZoneContext value={me.data.zone}>{children}</ZoneContext>
      </MeContext>
    )
  }
  if (me.isPending) return <PageSkeleton />
  return (
    <main className="mx-auto flex min-h-dvh max-w-content flex-col justify-center p-6">
      <ProblemNotice what={text('session.failed')} error={me.error} onRetry={check} />
    </main>
  )
}
