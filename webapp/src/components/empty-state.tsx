import type { LucideIcon } from 'lucide-react'
import type { ReactNode } from 'react'

interface EmptyStateProps {
  icon: LucideIcon
  title: string
  /** What this place is for. */
  what: string
  /** The one useful thing to do here. */
  action?: ReactNode
}

export function EmptyState({ icon: Icon, title, what, action }: EmptyStateProps) {
  return (
    <div className="flex flex-col items-center gap-2 px-6 py-16 text-center">
      <span className="mb-2 flex size-12 items-center justify-center rounded-full bg-accent-soft text-accent">
        <Icon className="size-6" aria-hidden="true" />
      </span>
      <p className="text-lead font-strong">{title}</p>
      <p className="max-w-narrow text-pretty text-muted">{what}</p>
      {action !== undefined && <div className="mt-3">{action}</div>}
    </div>
  )
}
