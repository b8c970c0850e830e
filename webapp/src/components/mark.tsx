/** Punctual's sign: a clock that shows a few minutes past. */
export function Mark() {
  return (
    <svg viewBox="0 0 32 32" className="size-8 text-accent" fill="none" aria-hidden="true">
      <rect width="32" height="32" rx="9" fill="currentColor" />
      <g className="stroke-on-accent" strokeWidth="2.75" strokeLinecap="round" strokeLinejoin="round">
        <circle cx="16" cy="16" r="9" />
        <path d="M16 11v5l3.5 2.5" />
      </g>
    </svg>
  )
}
