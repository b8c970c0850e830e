import { CircleAlert, CloudOff, CloudUpload } from 'lucide-react'
import { useText } from '@/lib/i18n'
import { useOutbox } from '@/lib/outbox'
import { openOverlay } from './layout/overlay-store'
import { useConnection } from './live'

/** A calm word that what is shown may be old, and what waits to be sent; it lies over the page and moves nothing. */
export function ConnectionStrip() {
  const text = useText()
  const away = useConnection() === 'away'
  const outbox = useOutbox()
  const refused = outbox.filter((write) => write.refused !== null).length
  const waiting = outbox.length - refused
  const Icon = refused > 0 ? CircleAlert : away ? CloudOff : CloudUpload
  const said = [
    away && waiting === 0 && text('connection.away'),
    away && waiting > 0 && text('connection.waiting', { count: waiting }),
    !away && waiting > 0 && text('connection.sending', { count: waiting }),
    refused > 0 && text('connection.refused', { count: refused }),
  ].filter((part) => part !== false)

  return (
    <div role="status" className="pointer-events-none fixed inset-x-0 top-3 z-40 flex justify-center px-4">
      {said.length > 0 && (
        <p className="flex min-h-9 animate-arrive items-center gap-2 rounded-full border border-line bg-surface ps-4 pe-4 text-small text-muted shadow-overlay has-[button]:pe-1.5">
          <Icon className={`size-4 shrink-0 ${refused > 0 ? 'text-late' : 'text-soon'}`} aria-hidden="true" />
          {said.join(' ')}
          {outbox.length > 0 && (
            <button
              type="button"
              className="pointer-events-auto min-h-7 rounded-full px-2.5 font-strong text-accent hover:bg-accent-soft pointer-coarse:min-h-11"
              onClick={() => openOverlay('outbox')}
            >
              {text('connection.look')}
            </button>
          )}
        </p>
      )}
    </div>
  )
}
