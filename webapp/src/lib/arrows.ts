import type { KeyboardEvent } from 'react'

/** Up and down go from button to button of a list of choices: its `onKeyDown`. */
export function goByArrows(event: KeyboardEvent<HTMLElement>): void {
  const step = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0
  if (step === 0) return
  const buttons = [...event.currentTarget.querySelectorAll('button')]
  const here = buttons.findIndex((button) => button === document.activeElement)
  buttons[(here + step + buttons.length) % buttons.length]?.focus()
  event.preventDefault()
}
