import { Link } from '@tanstack/react-router'
import { MessageCircle, Plus, Search } from 'lucide-react'
import { Mark } from '@/components/mark'
import { FunctionStrip } from '@/features/functions/components/function-strip'
import { useUnread } from '@/features/notifications/hooks/use-unread'
import { useText } from '@/lib/i18n'
import { openOverlay, openQuickAdd } from './overlay-store'
import { lastPlaces, mainPlaces, otherPlaces, type Place } from './places'

/** Where to go: words beside the icons where there is room, the icons alone on a tablet, nothing on a phone. */
export function Sidebar() {
  const text = useText()
  return (
    <header className="fixed inset-y-0 start-0 z-20 hidden w-14 flex-col gap-4 overflow-y-auto border-e border-line bg-side px-2 py-4 tablet:flex wide:w-side wide:px-3">
      <div className="flex items-center gap-3 px-1 wide:px-2">
        <Mark />
        <span className="hidden text-lead font-strong tracking-tight wide:inline">Punctual</span>
      </div>
      <div className="flex flex-col gap-2">
        <button type="button" title={text('quickAdd.open')} onClick={openQuickAdd} className={`${entry} justify-center bg-accent text-on-accent hover:bg-accent-strong wide:justify-start`}>
          <Plus className="size-4.5 shrink-0" aria-hidden="true" />
          <span className={words}>{text('quickAdd.open')}</span>
          <Key name="n" />
        </button>
        <button type="button" title={text('palette.open')} onClick={() => openOverlay('palette')} className={`${entry} justify-center border border-line bg-surface text-muted hover:text-text wide:justify-start`}>
          <Search className="size-4.5 shrink-0" aria-hidden="true" />
          <span className={words}>{text('palette.open')}</span>
          <Key name="Ctrl K" />
        </button>
      </div>
      <nav aria-label={text('layout.pages')} className="flex grow flex-col gap-4">
        <Places places={mainPlaces} />
        <Places places={otherPlaces} />
        <div className="mt-auto flex flex-col gap-1">
          <Link to="." search={(before) => ({ ...before, task: undefined, chat: 'open' })} resetScroll={false} className={`${entry} ${plain} justify-center wide:justify-start`} title={text('chat.open')}>
            <MessageCircle className="size-4.5 shrink-0" aria-hidden="true" />
            <span className={words}>{text('chat.open')}</span>
            <Key name="a" />
          </Link>
          <Places places={lastPlaces} />
        </div>
      </nav>
      <FunctionStrip />
    </header>
  )
}

const entry = 'flex min-h-8 w-full items-center gap-3 rounded-small px-2 text-start text-small transition-colors pointer-coarse:min-h-11'
const plain = 'text-muted hover:bg-hover hover:text-text aria-[current=page]:bg-accent-soft aria-[current=page]:font-strong aria-[current=page]:text-accent-strong'
const words = 'sr-only wide:not-sr-only wide:min-w-0 wide:grow wide:truncate'

function Key({ name }: { name: string }) {
  return (
    <kbd aria-hidden="true" className="hidden font-sans wide:pointer-fine:inline">
      {name}
    </kbd>
  )
}

function Places({ places }: { places: readonly Place[] }) {
  const text = useText()
  const unread = useUnread()
  return (
    <ul className="flex flex-col gap-1">
      {places.map(({ to, name, icon: Icon }) => (
        <li key={to}>
          <Link to={to} activeOptions={{ exact: to === '/', includeSearch: false }} title={text(name)} className={`${entry} ${plain} relative justify-center wide:justify-start`}>
            <Icon className="size-4.5 shrink-0" aria-hidden="true" />
            <span className={words}>{text(name)}</span>
            {to === '/notifications' && unread > 0 && <Unread count={unread} />}
          </Link>
        </li>
      ))}
    </ul>
  )
}

function Unread({ count }: { count: number }) {
  const text = useText()
  return (
    <span className="absolute end-1 top-0 min-w-5 rounded-full bg-accent px-1 text-center text-small font-strong text-on-accent tabular-nums wide:static">
      <span aria-hidden="true">{count}</span>
      <span className="sr-only">{text('notifications.unread', { count })}</span>
    </span>
  )
}
