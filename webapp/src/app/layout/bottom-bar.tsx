import { Link } from '@tanstack/react-router'
import { Menu as MenuIcon, Plus } from 'lucide-react'
import { useUnread } from '@/features/notifications/hooks/use-unread'
import { useText } from '@/lib/i18n'
import { openOverlay, openQuickAdd } from './overlay-store'
import { mainPlaces, type Place } from './places'

const item = 'relative flex h-full min-w-0 flex-1 flex-col items-center justify-center gap-0.5 text-small text-muted aria-[current=page]:text-accent'

/** Where a thumb goes on a phone; adding is in its middle. */
export function BottomBar() {
  const text = useText()
  const unread = useUnread()
  const place = ({ to, name, icon: Icon }: Place) => (
    <Link key={to} to={to} activeOptions={{ exact: to === '/', includeSearch: false }} className={item}>
      <Icon className="size-5" aria-hidden="true" />
      <span className="max-w-full truncate px-1">{text(name)}</span>
    </Link>
  )
  return (
    <nav aria-label={text('layout.pages')} className="fixed inset-x-0 bottom-0 z-20 flex h-[calc(var(--spacing-bar)+env(safe-area-inset-bottom))] items-center border-t border-line bg-surface pb-[env(safe-area-inset-bottom)] tablet:hidden">
      {mainPlaces.slice(0, 2).map(place)}
      <button type="button" aria-label={text('quickAdd.open')} onClick={openQuickAdd} className="flex size-11 shrink-0 items-center justify-center rounded-full bg-accent text-on-accent shadow-card">
        <Plus className="size-6" aria-hidden="true" />
      </button>
      {mainPlaces.slice(2, 3).map(place)}
      <button type="button" onClick={() => openOverlay('palette')} className={item}>
        <MenuIcon className="size-5" aria-hidden="true" />
        <span>{text('layout.more')}</span>
        {unread > 0 && <span className="absolute end-1/4 top-1.5 size-2 rounded-full bg-accent" />}
      </button>
    </nav>
  )
}
