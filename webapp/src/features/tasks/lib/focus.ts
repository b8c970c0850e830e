/** What of a task takes the focus: its check, or in a calendar its entry. */
const CHECKS = '[data-task]'

export const checkId = (taskId: string) => `check-${taskId}`

/** The task whose row has the focus, or null. */
export function focusedTask(): string | null {
  return document.activeElement?.closest<HTMLElement>('[data-row]')?.dataset.row ?? null
}

/** Moves the focus to the task below (1) or above (-1), from nowhere to the first. */
export function moveFocus(step: 1 | -1): void {
  const checks = [...document.querySelectorAll<HTMLElement>(CHECKS)]
  const row = focusedTask()
  const here = checks.findIndex((check) => check === document.activeElement || (row !== null && check.id === checkId(row)))
  checks[here === -1 ? 0 : Math.min(Math.max(here + step, 0), checks.length - 1)]?.focus()
}

/** How long an action may take to show, in frames of 1/60 s. */
const HOLDS = 120

/**
 * Called when something is done to a task. Where its row is drawn anew, in another section say, the focus goes along; where
 * it has gone, to the row that takes its place. It ends as soon as somebody moves on.
 */
export function holdFocus(taskId: string | undefined): void {
  if (taskId === undefined) return
  const ids = [...document.querySelectorAll<HTMLElement>('[data-row]')].map(({ dataset }) => dataset.row ?? '')
  const here = ids.indexOf(taskId)
  const places = [taskId, ...ids.slice(here + 1), ...ids.slice(0, Math.max(here, 0)).reverse()].map(checkId)
  const over = new AbortController()
  for (const type of ['keydown', 'pointerdown']) document.addEventListener(type, () => over.abort(), { capture: true, signal: over.signal })

  let frames = HOLDS
  const look = () => {
    if (over.signal.aborted) return
    if (document.activeElement === document.body) {
      const place = places.map((id) => document.getElementById(id)).find((element) => element !== null)
      place?.focus({ preventScroll: true })
    }
    if (--frames > 0) requestAnimationFrame(look)
    else over.abort()
  }
  requestAnimationFrame(look)
}
