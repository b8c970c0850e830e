const CHECKS = 'input[data-task]'

export const checkId = (taskId: string) => `check-${taskId}`

/** Moves the focus to the task below (1) or above (-1), from nowhere to the first. */
export function moveFocus(step: 1 | -1): void {
  const checks = [...document.querySelectorAll<HTMLInputElement>(CHECKS)]
  const here = checks.findIndex((check) => check === document.activeElement)
  checks[here === -1 ? 0 : Math.min(Math.max(here + step, 0), checks.length - 1)]?.focus()
}
