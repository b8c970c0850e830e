import { type ComponentType, lazy } from 'react'

/** A component that is loaded when it is first needed: what opens on intent does not weigh on the first load. */
export function lazyPart<Name extends string, Props>(
  load: () => Promise<Record<Name, ComponentType<Props>>>,
  name: Name,
) {
  return lazy(async () => ({ default: (await load())[name] }))
}
