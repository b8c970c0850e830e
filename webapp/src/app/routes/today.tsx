import { Bell } from 'lucide-react'
import { useState } from 'react'
import { FunctionStrip } from '@/features/functions/components/function-strip'
import { NotificationPanel } from '@/features/notifications/components/notification-panel'
import { useUnread } from '@/features/notifications/hooks/use-unread'
import { AddTaskLine } from '@/features/tasks/components/add-task-line'
import { TaskList } from '@/features/tasks/components/task-list'
import { useReader } from '@/hooks/use-reader'
import { format, placeOf } from '@/lib/say-due'

/** What now, what next, what did I miss. */
export function Today() {
  const { now, zone, locale, text } = useReader()
  const unread = useUnread()
  const [bellOpen, setBellOpen] = useState(false)
  const day = format(now, { weekday: 'long', day: 'numeric', month: 'long' }, zone, locale)

  return (
    <>
      <title>{`${unread > 0 ? `(${unread}) ` : ''}${text('today.title')} · Punctual`}</title>
      <div className="mx-auto grid max-w-content grid-cols-1 gap-x-12 px-4 pt-6 pb-24 wide:max-w-page wide:grid-cols-[minmax(0,var(--container-content))_minmax(0,1fr)] wide:px-6 wide:pt-12">
        <header className="mb-6 flex items-start justify-between gap-4 wide:col-start-1">
          <div>
            <h1 className="text-title font-strong tracking-tight">{text('today.title')}</h1>
            <p className="text-muted">
              {day} <span className="text-faint">· {placeOf(zone)}</span>
            </p>
          </div>
          <button
            type="button"
            aria-expanded={bellOpen}
            aria-controls="notification-panel"
            aria-label={text('notifications.bell', { count: unread })}
            onClick={() => setBellOpen(!bellOpen)}
            className="relative flex size-11 items-center justify-center rounded-small text-muted hover:bg-hover wide:hidden"
          >
            <Bell className="size-5" aria-hidden="true" />
            {unread > 0 && (
              <span className="absolute end-0 top-0 min-w-5 rounded-full bg-accent px-1 text-center text-small font-strong text-on-accent">
                {unread}
              </span>
            )}
          </button>
        </header>
        <aside
          id="notification-panel"
          aria-label={text('notifications.title')}
          className={`mb-6 wide:col-start-2 wide:row-span-2 wide:row-start-1 wide:mb-0 wide:block wide:pt-2 ${bellOpen ? '' : 'hidden'}`}
        >
          <NotificationPanel />
        </aside>
        <main className="flex min-w-0 flex-col gap-2 wide:col-start-1">
          <AddTaskLine />
          <TaskList />
        </main>
      </div>
      <FunctionStrip />
    </>
  )
}
