import type { ComponentProps } from 'react'

const looks = {
  primary:
    'bg-accent text-on-accent hover:bg-accent-strong disabled:bg-transparent disabled:text-faint',
  plain: 'border border-line-strong text-text hover:bg-hover disabled:text-faint',
  grave: 'bg-late text-on-grave hover:opacity-90',
  quiet: 'text-accent hover:bg-accent-soft hover:text-accent-strong disabled:text-faint',
} as const

interface ButtonProps extends Omit<ComponentProps<'button'>, 'className'> {
  look?: keyof typeof looks
}

export function Button({ look = 'plain', type = 'button', ...props }: ButtonProps) {
  return (
    <button
      {...props}
      type={type}
      className={`inline-flex min-h-8 items-center justify-center gap-2 rounded-small px-3 py-1 text-small font-strong whitespace-nowrap transition-colors pointer-coarse:min-h-11 ${looks[look]}`}
    />
  )
}
