import type { LucideIcon } from 'lucide-react'
import type { ComponentProps } from 'react'

interface IconButtonProps extends Omit<ComponentProps<'button'>, 'className' | 'aria-label' | 'children'> {
  /** Its name for screen readers, and its tooltip. */
  label: string
  icon: LucideIcon
}

/** A button without words, for what everybody knows; never for what destroys. */
export function IconButton({ label, icon: Icon, type = 'button', ...props }: IconButtonProps) {
  return (
    <button
      {...props}
      type={type}
      aria-label={label}
      title={label}
      className="inline-flex size-8 shrink-0 items-center justify-center rounded-small text-muted transition-colors hover:bg-hover hover:text-text disabled:text-faint aria-pressed:bg-accent-soft aria-pressed:text-accent-strong aria-expanded:bg-hover pointer-coarse:size-11"
    >
      <Icon className="size-4.5" aria-hidden="true" />
    </button>
  )
}
