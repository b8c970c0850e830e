import { Check, Copy } from 'lucide-react'
import { useRef, useState } from 'react'
import { Button } from '@/components/button'
import { useText } from '@/lib/i18n'

/** A secret that is shown this once: to be copied, and gone with the page. */
export function SecretOnce({ label, secret, onDone }: { label: string; secret: string; onDone: () => void }) {
  const text = useText()
  const field = useRef<HTMLInputElement>(null)
  const [copied, setCopied] = useState(false)
  const copy = async () => {
    field.current?.select()
    try {
      await navigator.clipboard.writeText(secret)
      setCopied(true)
    } catch {
      // It is selected: Ctrl C does it where the clipboard is closed to pages.
    }
  }
  return (
    <div role="status" className="flex flex-col gap-2 border-b border-line bg-accent-soft p-4 first:rounded-t-card">
      <p className="text-small text-accent-strong">{label}</p>
      <div className="flex flex-wrap gap-2">
        <input
          ref={field}
          readOnly
          aria-label={label}
          value={secret}
          onFocus={(event) => event.currentTarget.select()}
          className="min-h-8 min-w-0 grow basis-60 rounded-small border border-line-strong bg-surface px-2 font-mono text-small"
        />
        <Button look="primary" onClick={() => void copy()}>
          {copied ? <Check className="size-4" aria-hidden="true" /> : <Copy className="size-4" aria-hidden="true" />}
          {text(copied ? 'settings.copied' : 'settings.copy')}
        </Button>
        <Button onClick={onDone}>{text('settings.done')}</Button>
      </div>
    </div>
  )
}
