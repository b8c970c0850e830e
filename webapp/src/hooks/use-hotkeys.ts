import { useEffect, useEffectEvent } from 'react'

const TYPING = 'input:not([type=checkbox]), textarea, select, [contenteditable=true]'

/** Single keys that act anywhere on the page, but never while somebody types or holds a modifier. */
export function useHotkeys(keys: Readonly<Record<string, () => void>>): void {
  const onKey = useEffectEvent((event: KeyboardEvent) => {
    if (event.ctrlKey || event.metaKey || event.altKey || event.defaultPrevented) return
    if (event.target instanceof Element && event.target.matches(TYPING)) return
    const action = keys[event.key]
    if (action === undefined) return
    event.preventDefault()
    action()
  })

  useEffect(() => {
    const listener = (event: KeyboardEvent) => onKey(event)
    document.addEventListener('keydown', listener)
    return () => document.removeEventListener('keydown', listener)
  }, [])
}
