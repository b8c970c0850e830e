import { useLayoutEffect, useState } from 'react'
import { takeTyped } from './overlay-store'

/**
 * What was typed until this was there; null before it is, when nothing is to be shown yet. It is asked for once keys come
 * here and no more to what stood in its place, so that none falls between.
 */
export function useTypedAhead(): string | null {
  const [typed, setTyped] = useState<string | null>(null)
  // eslint-disable-next-line react-hooks/set-state-in-effect -- drawn again before anything else happens
  useLayoutEffect(() => setTyped(takeTyped()), [])
  return typed
}
