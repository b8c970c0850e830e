import { Outlet, useNavigate } from '@tanstack/react-router'
import { Suspense, useEffect } from 'react'
import { ToastRegion } from '@/components/toast-region'
import { useHotkeys } from '@/hooks/use-hotkeys'
import { useUnread } from '@/features/notifications/hooks/use-unread'
import { WaitingContext } from '@/hooks/use-waiting'
import { useText } from '@/lib/i18n'
import { onKeyDown } from '@/lib/hotkeys'
import { ConnectionStrip } from '../connection-strip'
import { useLive } from '../live'
import { useSending } from '../send-waiting'
import { BottomBar } from './bottom-bar'
import { Overlays } from './overlays'
import { allPlaces } from './places'
import { RouteSkeleton } from './route-skeleton'
import { SidePanel } from './side-panel'
import { Sidebar } from './sidebar'

/** The app around its pages: where to go, the page, and what lies beside it. */
export function AppLayout() {
  const text = useText()
  const navigate = useNavigate()
  useLive()
  useSending()
  useHotkeys(
    Object.fromEntries(
      allPlaces.map(({ to, goes, key }) => [`g ${key}`, { does: goes, run: () => void navigate({ to }) }]),
    ),
  )
  useHotkeys({ a: { does: 'keys.chat', run: () => void navigate({ to: '.', search: (before) => ({ ...before, task: undefined, chat: 'open' }) }) } })
  useEffect(() => {
    document.addEventListener('keydown', onKeyDown)
    return () => document.removeEventListener('keydown', onKeyDown)
  }, [])

  return (
    <WaitingContext value={useUnread()}>
      <a href="#main" className="sr-only z-50 rounded-small bg-surface px-4 py-2 text-accent focus:not-sr-only focus:fixed focus:start-4 focus:top-4">
        {text('layout.skip')}
      </a>
      <Sidebar />
      <div className="min-h-dvh pb-(--spacing-bar) tablet:ps-14 tablet:pb-0 wide:ps-side beside-panel">
        <Suspense fallback={<RouteSkeleton />}>
          <Outlet />
        </Suspense>
      </div>
      <SidePanel />
      <BottomBar />
      <Overlays />
      <ToastRegion />
      <ConnectionStrip />
    </WaitingContext>
  )
}
