import { Flag } from 'lucide-react'
import type { Priority } from '@/api/types'
import { useText } from '@/lib/i18n'
import { PriorityMark } from './priority-mark'

const PRIORITIES: readonly Priority[] = ['high', 'medium', 'low']

/** How much it matters: one of three, all to be seen. */
export function PriorityField({ value, onChange }: { value: Priority; onChange: (priority: Priority) => void }) {
  const text = useText()
  return (
    <fieldset className="flex min-h-8 items-center gap-1">
      <legend className="sr-only">{text('task.priority')}</legend>
      <Flag className="me-1 size-4 shrink-0 text-faint" aria-hidden="true" />
      {PRIORITIES.map((priority) => (
        <label
          key={priority}
          className="flex min-h-7 cursor-pointer items-center gap-2 rounded-full px-2.5 text-small text-muted transition-colors hover:bg-hover has-checked:bg-accent-soft has-checked:text-accent-strong has-focus-visible:outline-2 has-focus-visible:outline-accent pointer-coarse:min-h-11"
        >
          <input type="radio" name="priority" className="sr-only" checked={value === priority} onChange={() => onChange(priority)} />
          <span aria-hidden="true" className="inline-flex ps-1 pe-0.5">
            <PriorityMark priority={priority} quiet={false} />
          </span>
          {text(`task.priority.${priority}`)}
        </label>
      ))}
    </fieldset>
  )
}
