import { draggable, dropTargetForElements, monitorForElements } from '@atlaskit/pragmatic-drag-and-drop/element/adapter'
import { type RefObject, useEffect, useEffectEvent, useState } from 'react'
import type { Entry } from '../lib/span'

/** An entry that can be dragged to another day. */
export function useDraggableEntry(ref: RefObject<HTMLElement | null>, entry: Entry): boolean {
  const [dragging, setDragging] = useState(false)
  useEffect(() => {
    const element = ref.current
    if (element === null) return
    return draggable({
      element,
      getInitialData: () => ({ entry }),
      onDragStart: () => setDragging(true),
      onDrop: () => setDragging(false),
    })
  }, [ref, entry])
  return dragging
}

/** A day that takes what is dragged to it. True while something is over it. */
export function useDayTarget(ref: RefObject<HTMLElement | null>, day: string): boolean {
  const [over, setOver] = useState(false)
  useEffect(() => {
    const element = ref.current
    if (element === null) return
    return dropTargetForElements({
      element,
      getData: () => ({ day }),
      onDragEnter: () => setOver(true),
      onDragLeave: () => setOver(false),
      onDrop: () => setOver(false),
    })
  }, [ref, day])
  return over
}

/** Hears of each drop on a day. */
export function useDrops(onMove: (entry: Entry, day: string) => void): void {
  const moved = useEffectEvent(onMove)
  useEffect(
    () =>
      monitorForElements({
        onDrop: ({ source, location }) => {
          const day = location.current.dropTargets[0]?.data.day
          if (typeof day === 'string') moved(source.data.entry as Entry, day)
        },
      }),
    [],
  )
}
