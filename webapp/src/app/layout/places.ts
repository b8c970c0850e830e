import { Activity, AlarmClock, Bell, CalendarDays, CircleCheckBig, ListChecks, type LucideIcon, Repeat, Settings, Tag } from 'lucide-react'
import type { MessageId } from '@/lib/message-ids'

/** A page of the app: where it is, what it is called, and the key after `g` that goes there. */
export interface Place {
  to: '/' | '/upcoming' | '/tasks' | '/recurring' | '/reminders' | '/tags' | '/notifications' | '/settings' | '/insight'
  name: MessageId
  goes: MessageId
  key: string
  icon: LucideIcon
}

/** Where the days and the tasks are. */
export const mainPlaces: readonly Place[] = [
  { to: '/', name: 'place.today', goes: 'keys.go.today', key: 't', icon: CircleCheckBig },
  { to: '/upcoming', name: 'place.upcoming', goes: 'keys.go.upcoming', key: 'u', icon: CalendarDays },
  { to: '/tasks', name: 'place.tasks', goes: 'keys.go.tasks', key: 'a', icon: ListChecks },
  { to: '/recurring', name: 'place.recurring', goes: 'keys.go.recurring', key: 'r', icon: Repeat },
]

/** What belongs to them. */
export const otherPlaces: readonly Place[] = [
  { to: '/reminders', name: 'place.reminders', goes: 'keys.go.reminders', key: 'm', icon: AlarmClock },
  { to: '/tags', name: 'place.tags', goes: 'keys.go.tags', key: 'l', icon: Tag },
  { to: '/notifications', name: 'place.notifications', goes: 'keys.go.notifications', key: 'n', icon: Bell },
]

export const lastPlaces: readonly Place[] = [
  { to: '/insight', name: 'place.insight', goes: 'keys.go.insight', key: 'i', icon: Activity },
  { to: '/settings', name: 'place.settings', goes: 'keys.go.settings', key: 's', icon: Settings },
]

export const allPlaces: readonly Place[] = [...mainPlaces, ...otherPlaces, ...lastPlaces]
