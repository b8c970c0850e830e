import { api, written } from '@/api/client'
import { useOptimistic } from '@/hooks/use-optimistic'
import { useText } from '@/lib/i18n'
import { remindersKey } from './get-reminders'
import type { Reminder } from './types'

interface Wanted {
  reminder: Reminder
  /** ISO 8601, from now on. */
  period: string
  /** The same in words. */
  words: string
  title: string
}

/** Puts a reminder off from now; one that has come comes again. */
export function useSnoozeReminder() {
  const text = useText()
  return useOptimistic({
    // It does not wait for a connection: "in ten minutes" is counted from now.
    send: ({ reminder, period }: Wanted) =>
      written(api.POST('/api/v1/reminders/{id}/snooze', { params: { path: { id: reminder.id } }, body: { period } })),
    touches: [remindersKey],
    said: ({ reminder, title, words }) => ({ about: reminder.id, text: text('reminders.said.snoozed', { title, words }) }),
    refused: ({ reminder, title }, reason) => ({ about: reminder.id, text: text('reminders.notChanged', { title, reason }) }),
  })
}
