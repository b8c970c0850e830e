import type { ReactNode } from 'react'
import { Problem } from '@/api/problem'
import { Button } from '@/components/button'
import { useText } from '@/lib/i18n'
import { sayProblem } from '@/lib/say-problem'

interface FormProps {
  /** What the button says. */
  action: string
  error: Error | null
  busy: boolean
  /** Given what the fields hold, by their names; nothing that is typed is kept anywhere. */
  onSubmit: (fields: Record<string, string>) => void
  children: ReactNode
}

/** A few fields and one button; what the gateway refuses is said above it, and what was typed stays. */
export function Form({ action, error, busy, onSubmit, children }: FormProps) {
  const text = useText()
  return (
    <form
      className="flex flex-col gap-4 rounded-card border border-line bg-surface p-5 shadow-card"
      onSubmit={(event) => {
        event.preventDefault()
        onSubmit(Object.fromEntries([...new FormData(event.currentTarget)].map(([name, value]) => [name, typeof value === 'string' ? value : ''])))
      }}
    >
      {children}
      <p role="alert" className="text-small text-late empty:hidden">
        {error !== null && (error instanceof Problem && error.isSignedOut ? (error.detail ?? error.title) : sayProblem(error, text))}
      </p>
      <Button type="submit" look="primary" disabled={busy}>
        {action}
      </Button>
    </form>
  )
}
