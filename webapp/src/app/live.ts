import { hashKey, type QueryClient, type QueryKey, useQueryClient } from '@tanstack/react-query'
import { useEffect } from 'react'
import { type LiveEvent, type LiveType, liveTypes } from '@/api/events'
import { notificationsOptions, showLiveNotification } from '@/features/notifications/api/get-notifications'
import { tasksKey } from '@/features/tasks/api/get-tasks'
import { hideLiveTask, markWhatCame, showLiveTask } from '@/features/tasks/lib/live-tasks'
import { tick } from '@/hooks/use-now'
import { openStream, type StreamState } from '@/lib/event-stream'
import { meKey } from '@/lib/query-client'
import { createStore, useStore } from '@/lib/store'
import { sendWaiting } from './send-waiting'

/** How long events are gathered before what they touch is read again, in milliseconds: a thousand in one second are one reason. */
const GATHERS = 500

const connection = createStore<StreamState>('connecting')

export function useConnection(): StreamState {
  return useStore(connection)
}

/** Keeps what is shown in step with the gateway for as long as somebody is signed in. */
export function useLive(): void {
  const client = useQueryClient()
  useEffect(() => markWhatCame(client), [client])
  useEffect(
    () =>
      openStream('/api/v1/events', {
        types: liveTypes,
        onEvent: (type, data) => {
          tick()
          doubtWhatIsOnItsWay(client)
          apply(client, { type: type as LiveType, data } as LiveEvent)
        },
        onState: (state) => connection.set(() => state),
        // What was done meanwhile is sent first: what is read before would not show it.
        onGap: () => void sendWaiting(client).finally(() => readAgain(client)),
      }),
    [client],
  )
}

function apply(client: QueryClient, event: LiveEvent): void {
  switch (event.type) {
    case 'task.instance_created':
    case 'task.status_changed':
      showLiveTask(client, event.data.task)
      break
    case 'task.changed':
      if (event.data.task == null) hideLiveTask(client, event.data.taskId)
      else showLiveTask(client, event.data.task)
      break
    case 'notification.created':
      showLiveNotification(client, event.data.notification)
      break
    case 'task.overdue':
      readSoon(client, tasksKey)
      break
    case 'series.changed':
      readSoon(client, tasksKey)
      void client.invalidateQueries({ queryKey: ['series'] })
      break
    case 'reminder.changed':
      void client.invalidateQueries({ queryKey: ['reminders'] })
      break
  }
}

function readAgain(client: QueryClient): void {
  followed.forEach((queryKey) => void client.invalidateQueries({ queryKey }))
}

/** What the stream speaks of. The pages that are loaded later stand here by their keys, since their code is not here. */
const followed = [
  tasksKey,
  notificationsOptions.queryKey,
  meKey,
  ...[['task'], ['task-count'], ['span'], ['series'], ['reminders'], ['tags'], ['filters'], ['channels']],
]

/** An answer that is on its way while an event is heard may be older than the event, and would hide it: it is asked for again. */
function doubtWhatIsOnItsWay(client: QueryClient): void {
  followed
    .flatMap((queryKey) => client.getQueryCache().findAll({ queryKey, fetchStatus: 'fetching' }))
    .forEach(({ queryKey }) => readSoon(client, queryKey))
}

const soon = new Map<string, QueryKey>()
let reading: ReturnType<typeof setTimeout> | undefined

function readSoon(client: QueryClient, queryKey: QueryKey): void {
  soon.set(hashKey(queryKey), queryKey)
  reading ??= setTimeout(() => {
    reading = undefined
    const queryKeys = [...soon.values()]
    soon.clear()
    queryKeys.forEach((key) => void client.invalidateQueries({ queryKey: key }))
  }, GATHERS)
}
