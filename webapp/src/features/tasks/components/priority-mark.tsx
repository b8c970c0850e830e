import type { Priority } from '@/api/types'
import { useText } from '@/lib/i18n'

const looks: Record<Priority, string> = { high: 'text-high', medium: 'text-medium', low: 'text-low' }

/** Priority by colour and by shape: a filled, half or empty diamond. */
export function PriorityMark({ priority, quiet }: { priority: Priority; quiet: boolean }) {
  const text = useText()
  const name = text(`tasks.priority.${priority}`)
  return (
    <span title={name} className={`-ms-1 -me-1 inline-flex h-lh shrink-0 items-center ${quiet ? 'text-faint' : looks[priority]}`}>
      <svg viewBox="0 0 12 12" className="size-3" aria-hidden="true">
        <path d="M6 1.2 10.8 6 6 10.8 1.2 6Z" fill="none" stroke="currentColor" strokeWidth="1.4" strokeLinejoin="round" />
        {priority === 'high' && <path d="M6 1.2 10.8 6 6 10.8 1.2 6Z" fill="currentColor" />}
        {priority === 'medium' && <path d="M6 1.2V10.8L1.2 6Z" fill="currentColor" />}
      </svg>
      <span className="sr-only">{name}</span>
    </span>
  )
}
