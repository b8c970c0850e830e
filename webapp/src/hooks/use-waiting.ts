import { createContext, use } from 'react'

/** How many things wait to be read; the window's title begins with it. */
export const WaitingContext = createContext(0)

export function useWaiting(): number {
  return use(WaitingContext)
}
