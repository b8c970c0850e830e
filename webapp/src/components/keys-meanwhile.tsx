import { useLayoutEffect } from 'react'

const OURS = ['Backspace', 'Enter', 'Escape']

interface KeysMeanwhileProps {
  /** A key without a modifier, by its name: `a`, `Backspace`, `Enter`. */
  onKey?: (key: string) => void
  onEscape: () => void
}

/** While what was opened is still being loaded, keys are for it: none does anything to the page. The focus stays where it goes back to. */
export function KeysMeanwhile({ onKey, onEscape }: KeysMeanwhileProps) {
  // In step with what is shown: not a moment longer than it is needed.
  useLayoutEffect(() => {
    const keep = (event: KeyboardEvent) => {
      // Tab, F5 and the like are the browser's.
      if (event.ctrlKey || event.metaKey || event.altKey || !(event.key.length === 1 || OURS.includes(event.key))) return
      event.preventDefault()
      event.stopPropagation()
      if (event.key === 'Escape') onEscape()
      else onKey?.(event.key)
    }
    document.addEventListener('keydown', keep, { capture: true })
    return () => document.removeEventListener('keydown', keep, { capture: true })
  }, [onKey, onEscape])
  return null
}
