import type { Series } from '../api/types'

/** In the order in which they come next; those that rest or have ended as they were listed. */
export function sections(all: readonly Series[]): { live: Series[]; resting: Series[]; ended: Series[] } {
  const of = (...states: Series['status'][]) => all.filter(({ status }) => states.includes(status))
  return {
    live: of('pending', 'active').sort((one, other) => nextOf(one) - nextOf(other)),
    resting: of('paused'),
    ended: of('completed', 'cancelled'),
  }
}

/** What waits for something before its next, such as being done, comes last. */
function nextOf({ nextAt }: Series): number {
  return nextAt === null ? Infinity : Date.parse(nextAt)
}

export function isLive({ status }: Series): boolean {
  return status === 'pending' || status === 'active'
}

export function isOver({ status }: Series): boolean {
  return status === 'completed' || status === 'cancelled'
}

export function isDateOnly({ start }: Series): boolean {
  return !start.includes('T')
}
