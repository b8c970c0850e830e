import { useInfiniteQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { Button } from '@/components/button'
import { ChoiceChips } from '@/components/choice-chips'
import { ProblemNotice } from '@/components/problem-notice'
import { SkeletonRows } from '@/components/skeleton-rows'
import { useText } from '@/lib/i18n'
import { remindersOptions } from '../api/get-reminders'
import type { ReminderStatus } from '../api/types'
import { ReminderRow } from './reminder-row'

const tabs = {
  scheduled: ['scheduled'],
  delivered: ['delivered'],
  missed: ['missed'],
  other: ['suppressed', 'cancelled', 'failed'],
} as const satisfies Record<string, readonly ReminderStatus[]>

type Tab = keyof typeof tabs
const tabNames = Object.keys(tabs) as Tab[]

/** Reminders by what became of them. */
export function ReminderPage() {
  const text = useText()
  const [tab, setTab] = useState<Tab>('scheduled')
  return (
    <div className="flex flex-col gap-4">
      <ChoiceChips
        label={text('reminders.tabs')}
        chips={tabNames.map((name) => ({ value: name, name: text(`reminders.tab.${name}`) }))}
        chosen={[tab]}
        onPress={setTab}
      />
      <Reminders key={tab} tab={tab} />
    </div>
  )
}

function Reminders({ tab }: { tab: Tab }) {
  const text = useText()
  const [first, second, third] = tabs[tab] as readonly ReminderStatus[]
  // At most three states are one tab; a state that a tab does not have asks nothing.
  const lists = [useReminders(first), useReminders(second), useReminders(third)]
  const asked = lists.filter(({ isEnabled }) => isEnabled)

  if (asked.some(({ isPending }) => isPending)) {
    return <SkeletonRows widths={['52%', '44%', '60%', '48%']} label={text('reminders.loading')} />
  }
  const failed = asked.find(({ data }) => data === undefined)
  if (failed !== undefined) {
    return <ProblemNotice what={text('reminders.failed')} error={failed.error} onRetry={() => void failed.refetch()} />
  }
  const reminders = asked.flatMap(({ data }) => data?.pages.flatMap(({ items }) => items) ?? [])
  const ascending = tab === 'scheduled' ? 1 : -1
  reminders.sort((one, other) => ascending * (Date.parse(one.fireAt) - Date.parse(other.fireAt)))
  if (reminders.length === 0) {
    return <p className="rounded-card border border-line bg-surface px-4 py-6 text-muted">{text(`reminders.empty.${tab}`)}</p>
  }
  return (
    <>
      <ul className="divide-y divide-line rounded-card border border-line bg-surface shadow-card">
        {reminders.map((reminder) => (
          <ReminderRow key={reminder.id} reminder={reminder} />
        ))}
      </ul>
      {asked
        .filter(({ hasNextPage }) => hasNextPage)
        .slice(0, 1)
        .map((list) => (
          <div key="more" className="flex justify-center">
            <Button look="quiet" disabled={list.isFetchingNextPage} onClick={() => void list.fetchNextPage()}>
              {text('reminders.more')}
            </Button>
          </div>
        ))}
    </>
  )
}

function useReminders(status: ReminderStatus | undefined) {
  return useInfiniteQuery({ ...remindersOptions(status ?? 'scheduled'), enabled: status !== undefined })
}
