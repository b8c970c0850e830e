import { CloudOff } from 'lucide-react'
import { useText } from '@/lib/i18n'
import { useConnection } from './live'

/** A calm word that what is shown may be old; it lies over the page and moves nothing. */
export function ConnectionStrip() {
  const text = useText()
  const away = useConnection() === 'away'
  return (
    <div role="status" className="pointer-events-none fixed inset-x-0 top-3 z-40 flex justify-center px-4">
      {away && (
        <p className="flex animate-arrive items-center gap-2 rounded-full border border-line bg-surface px-4 py-2 text-small text-muted shadow-overlay">
          <CloudOff className="size-4 shrink-0 text-soon" aria-hidden="true" />
          {text('connection.away')}
        </p>
      )}
    </div>
  )
}
