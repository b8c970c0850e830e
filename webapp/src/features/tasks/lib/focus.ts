const CHECKS = 'input[data-task]'

export const checkId = (taskId: string) => `check-${taskId}`

/** The task whose row has the focus, or null. */
export function focusedTask(): string | null {
  return document.activeElement?.closest<HTMLElement>('[data-row]')?.dataset.row ?? null
}

/** Moves the focus to the task below (1) or above (-1), from nowhere to the first. */
export function moveFocus(step: 1 | -1): void {
  const checks = [...document.querySelectorAll<HTMLInputElement>(CHECKS)]
  const row = focusedTask()
  const here = checks.findIndex((check) => check === document.activeElement || (row !== null && check.id === checkId(row)))
  checks[here === -1 ? 0 : Math.min(Math.max(here + step, 0), checks.length - 1)]?.focus()
}
