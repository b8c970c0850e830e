import { useEffect, useState } from 'react'

/** Too short to be noticed, long enough that nothing is asked between two keys of somebody who types fast; milliseconds. */
const SETTLES = 150

/** What is typed, once the typing pauses; what is emptied, at once. */
export function useSettled(value: string): string {
  const [settled, setSettled] = useState(value)
  useEffect(() => {
    const timer = setTimeout(() => setSettled(value), SETTLES)
    return () => clearTimeout(timer)
  }, [value])
  return value === '' ? '' : settled
}
