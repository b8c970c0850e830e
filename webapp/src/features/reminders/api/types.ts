import type { paths } from '@/api/schema'

export type ReminderList = paths['/api/v1/reminders']['get']['responses'][200]['content']['application/json']
export type Reminder = ReminderList['items'][number]
export type ReminderStatus = Reminder['status']
export type Step = paths['/api/v1/reminders/{id}/history']['get']['responses'][200]['content']['application/json']['items'][number]
export type Snooze = paths['/api/v1/reminders/{id}/snooze']['post']['requestBody']['content']['application/json']
