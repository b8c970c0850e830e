import { useQuery } from '@tanstack/react-query'
import { Check } from 'lucide-react'
import { useRef } from 'react'
import type { Notification } from '@/api/types'
import { ProblemNotice } from '@/components/problem-notice'
import { SkeletonRows } from '@/components/skeleton-rows'
import { useReader } from '@/hooks/use-reader'
import { markSeen, useFresh } from '@/lib/fresh'
import { useText } from '@/lib/i18n'
import { sayAgo, sayMoment } from '@/lib/say-ago'
import type { Reader } from '@/lib/say-due'
import { notificationsOptions } from '../api/get-notifications'
import { useMarkRead } from '../api/mark-read'
import { useUnread } from '../hooks/use-unread'

/** What the person was told, the newest first. */
export function NotificationPanel() {
  const text = useText()
  const reader = useReader()
  const fresh = useFresh()
  const unread = useUnread()
  const notifications = useQuery(notificationsOptions)

  return (
    <section aria-labelledby="notifications" className="flex flex-col">
      <h2 id="notifications" className="mb-2 flex items-baseline gap-2 text-small font-strong">
        {text('notifications.title')}
        {unread > 0 && <span className="font-normal text-accent">{text('notifications.unread', { count: unread })}</span>}
      </h2>
      {notifications.isPending ? (
        <SkeletonRows widths={['70%', '52%', '61%']} label={text('notifications.loading')} />
      ) : notifications.data === undefined ? (
        <ProblemNotice
          what={text('notifications.failed')}
          error={notifications.error}
          onRetry={() => void notifications.refetch()}
        />
      ) : notifications.data.items.length === 0 ? (
        <p className="rounded-card border border-line bg-surface px-4 py-6 text-small text-muted">
          {text('notifications.empty')}
        </p>
      ) : (
        <ul className="divide-y divide-line rounded-card border border-line bg-surface shadow-card">
          {notifications.data.items.map((notification) => (
            <NotificationRow
              key={notification.id}
              notification={notification}
              reader={reader}
              fresh={fresh.has(notification.id)}
            />
          ))}
        </ul>
      )}
    </section>
  )
}

interface NotificationRowProps {
  notification: Notification
  reader: Reader
  fresh: boolean
}

function NotificationRow({ notification, reader, fresh }: NotificationRowProps) {
  const { text } = reader
  const row = useRef<HTMLLIElement>(null)
  const markRead = useMarkRead()
  const unread = notification.status === 'unread'

  return (
    <li
      ref={row}
      tabIndex={-1}
      className={`relative flex items-start gap-3 py-2 ps-4 pe-2 first:rounded-t-card last:rounded-b-card ${fresh ? 'animate-arrive' : ''}`}
      onPointerEnter={() => markSeen(notification.id)}
      onFocus={() => markSeen(notification.id)}
    >
      <span
        className={`mt-2 size-2 shrink-0 rounded-full ${unread ? 'bg-accent' : 'border border-line-strong'}`}
        title={text(unread ? 'notifications.isUnread' : 'notifications.isRead')}
      />
      <div className="min-w-0 grow">
        <p dir="auto" title={notification.title} className={`line-clamp-2 break-words ${unread ? '' : 'text-muted'}`}>
          {notification.title}
        </p>
        <p className="text-small text-faint">
          {fresh && <span className="text-accent">{text('tasks.new')} · </span>}
          <time dateTime={notification.createdAt} title={sayMoment(notification.createdAt, reader.zone, reader.locale)}>
            {sayAgo(notification.createdAt, reader)}
          </time>
        </p>
      </div>
      {unread && (
        <button
          type="button"
          title={text('notifications.markRead')}
          aria-label={text('notifications.markOneRead', { title: notification.title })}
          className="flex size-8 shrink-0 items-center justify-center rounded-small text-muted transition-colors hover:bg-hover hover:text-text pointer-coarse:size-11"
          onClick={() => {
            row.current?.focus() // the button goes, the focus stays here
            markRead.mutate(notification)
          }}
        >
          <Check className="size-4" aria-hidden="true" />
        </button>
      )}
    </li>
  )
}
