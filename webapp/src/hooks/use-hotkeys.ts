import { useEffect, useEffectEvent } from 'react'
import { addHotkeys, type Hotkeys } from '@/lib/hotkeys'

/**
 * Keys that act while this component is there, and stand in the help that `?` opens. They do nothing while somebody types
 * or a dialog is open, unless they say `everywhere`.
 */
export function useHotkeys(keys: Hotkeys): void {
  const run = useEffectEvent((name: string) => keys[name]?.run())
  const names = Object.keys(keys).join('\n')

  useEffect(
    () =>
      addHotkeys(
        Object.fromEntries(Object.entries(keys).map(([name, key]) => [name, { ...key, run: () => run(name) }])),
      ),
    // The keys themselves decide; what they do is looked up when they are pressed.
    // eslint-disable-next-line react-hooks/exhaustive-deps
    [names],
  )
}
