import { X } from 'lucide-react'
import { useHotkeys } from '@/hooks/use-hotkeys'
import { useText } from '@/lib/i18n'
import { dismissToast, runLastToast, useToasts } from '@/lib/toasts'

/** What was just done and how to take it back, above everything and in nobody's way. */
export function ToastRegion() {
  const text = useText()
  const toasts = useToasts()
  useHotkeys({ z: { does: 'keys.undo', run: runLastToast } })
  return (
    <div
      role="status"
      aria-live="polite"
      className="pointer-events-none fixed inset-x-0 bottom-[calc(var(--spacing-bar)+var(--spacing)*3+var(--above-bar,0px))] tablet:bottom-[calc(var(--spacing)*4+var(--above-bar,0px))] z-40 flex flex-col items-center gap-2 px-4"
    >
      {toasts.map((toast) => (
        <div
          key={toast.id}
          className="pointer-events-auto flex max-w-narrow animate-arrive items-center gap-2 rounded-card bg-text py-2 ps-4 pe-2 text-small text-page shadow-overlay"
        >
          <span className="line-clamp-2 min-w-0 break-words" dir="auto">
            {toast.text}
          </span>
          {toast.action && (
            <button
              type="button"
              className="min-h-8 shrink-0 rounded-small px-2 font-strong underline underline-offset-4 outline-offset-0 focus-visible:outline-page"
              onClick={() => {
                dismissToast(toast.id)
                toast.action?.run()
              }}
            >
              {toast.action.label}
            </button>
          )}
          <button
            type="button"
            aria-label={text('action.dismiss')}
            className="flex size-8 shrink-0 items-center justify-center rounded-small focus-visible:outline-page"
            onClick={() => dismissToast(toast.id)}
          >
            <X className="size-4" aria-hidden="true" />
          </button>
        </div>
      ))}
    </div>
  )
}
