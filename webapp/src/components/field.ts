/** How every field looks: one line, its label above it, what is wrong below. */
export const fieldLooks =
  'min-h-8 w-full min-w-0 rounded-small border border-line-strong bg-surface px-2 text-body transition-colors focus:border-accent focus:outline-none focus:ring-1 focus:ring-accent has-focus:border-accent has-focus:ring-1 has-focus:ring-accent aria-invalid:border-late data-invalid:border-late disabled:text-faint pointer-coarse:min-h-11'

export const labelLooks = 'text-small text-muted'
