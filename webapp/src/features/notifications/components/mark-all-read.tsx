import { CheckCheck } from 'lucide-react'
import { Button } from '@/components/button'
import { useText } from '@/lib/i18n'
import { useMarkAllRead } from '../api/mark-all-read'
import { useUnread } from '../hooks/use-unread'

/** Nothing is left unread. It stays where it is when there is nothing to do, so that the focus does. */
export function MarkAllRead() {
  const text = useText()
  const unread = useUnread()
  const markAll = useMarkAllRead()
  return (
    <Button
      aria-disabled={unread === 0}
      onClick={() => {
        if (unread > 0) markAll.mutate(new Date().toISOString())
      }}
    >
      <CheckCheck className="size-4" aria-hidden="true" />
      {text('notifications.readAll')}
    </Button>
  )
}
