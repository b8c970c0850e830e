import { createContext, use } from 'react'
import type { Me } from '@/api/types'
import { type FirstDay, firstDays } from '@/lib/week'

/** Who is signed in; nobody before that is known. */
export const MeContext = createContext<Me | undefined>(undefined)

export function useMe(): Me | undefined {
  return use(MeContext)
}

/** On which day the week of the person who is signed in begins. */
export function useFirstDay(): FirstDay {
  return firstDays[useMe()?.weekStart ?? 'monday']
}
