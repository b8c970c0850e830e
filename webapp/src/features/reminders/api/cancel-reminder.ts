import type { InfiniteData } from '@tanstack/react-query'
import { api, written } from '@/api/client'
import { useOptimistic } from '@/hooks/use-optimistic'
import { useText } from '@/lib/i18n'
import { remindersKey } from './get-reminders'
import type { Reminder, ReminderList } from './types'

interface Wanted {
  reminder: Reminder
  title: string
}

/** Takes a reminder back. */
export function useCancelReminder() {
  const text = useText()
  return useOptimistic({
    send: ({ reminder }: Wanted) =>
      written(api.DELETE('/api/v1/reminders/{id}', { params: { path: { id: reminder.id } } })),
    touches: [remindersKey],
    show: (client, { reminder }) =>
      client.setQueriesData({ queryKey: [...remindersKey, 'list'] }, (list: InfiniteData<ReminderList> | undefined) =>
        list && {
          ...list,
          pages: list.pages.map((page) => ({ ...page, items: page.items.filter(({ id }) => id !== reminder.id) })),
        },
      ),
    said: ({ reminder, title }) => ({ about: reminder.id, text: text('reminders.said.cancelled', { title }) }),
    refused: ({ reminder, title }, reason) => ({ about: reminder.id, text: text('reminders.notChanged', { title, reason }) }),
  })
}
