import { dropWrite, getOutbox } from './outbox'

interface ShownWrite {
  /** Its number in the outbox. */
  keptAs: number
  show: () => void
  hide: () => void
}

/** What shows and waits to be sent, in order; nothing of before a reload. */
let shown: ShownWrite[] = []

/** Something shows already what waits to be sent. */
export function showsWaiting(write: ShownWrite): void {
  const waits = new Set(getOutbox().map(({ id }) => id))
  shown = [...shown.filter(({ keptAs }) => waits.has(keptAs)), write]
}

/** Takes back what waits to be sent; what was done after it shows again. False: it does not wait any more. */
export async function takeBack(keptAs: number): Promise<boolean> {
  if (!(await dropWrite(keptAs))) return false
  shown.find((write) => write.keptAs === keptAs)?.hide()
  shown = shown.filter((write) => write.keptAs !== keptAs)
  shown.filter((write) => write.keptAs > keptAs).forEach((later) => later.show())
  return true
}
