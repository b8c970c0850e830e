import { createContext, use } from 'react'
import type { Me } from '@/api/types'
import { type FirstDay, firstDays } from '@/lib/week'

/** On which day the week of the person who is signed in begins. */
export const WeekStartContext = createContext<Me['weekStart']>('monday')

export function useFirstDay(): FirstDay {
  return firstDays[use(WeekStartContext)]
}
