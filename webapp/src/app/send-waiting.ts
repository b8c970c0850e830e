import { type QueryClient, useQueryClient } from '@tanstack/react-query'
import { useEffect } from 'react'
import { api, body } from '@/api/client'
import { dropLine, rewriteLine } from '@/features/tasks/api/kept-line'
import { sendLine } from '@/features/tasks/api/send-line'
import { text } from '@/lib/i18n'
import { dropWrite, type KeptWrite, readOutbox, waiting, watchOutbox } from '@/lib/outbox'
import { sayProblem } from '@/lib/say-problem'
import { sendOutbox, sendRequest } from '@/lib/send-outbox'
import { takeBack } from '@/lib/shown-waiting'
import { showToast } from '@/lib/toasts'

const FIRST_WAIT = 2_000
const LONGEST_WAIT = 30_000

/** Sends what was done without a connection; afterwards everything shown is read again. */
export async function sendWaiting(client: QueryClient): Promise<void> {
  const line = sendLine(client)
  const { sent, refused } = await sendOutbox({
    send: ({ content, ...write }: KeptWrite) => (content.kind === 'line' ? line({ ...write, content }) : sendRequest({ content })),
    whoIsHere: async () => (await body(api.GET('/api/v1/me'))).id,
    say: (problem) => sayProblem(problem, text),
  })
  if (sent > 0) showToast({ about: 'outbox', text: text('outbox.sent', { count: sent }) })
  if (sent + refused > 0) await client.invalidateQueries()
}

/** Lets go of something that waits, and of what it showed. What was refused shows no more: all was read again then. */
export async function dropWaiting(client: QueryClient, write: KeptWrite): Promise<void> {
  if (write.content.kind === 'line') await dropLine(client, write)
  else if (write.refused !== null) await dropWrite(write.id)
  else await takeBack(write.id)
}

/** Puts another line in place of one that waits, and tries to send it. */
export async function rewriteWaiting(client: QueryClient, write: KeptWrite, line: string): Promise<void> {
  await rewriteLine(client, write, line)
  await sendWaiting(client)
}

/** Sends what waits as soon as there is a connection, and tries again, later each time, while there is none. */
export function useSending(): void {
  const client = useQueryClient()
  useEffect(() => {
    let wait = FIRST_WAIT
    let timer: ReturnType<typeof setTimeout> | undefined
    const send = () => {
      clearTimeout(timer)
      timer = undefined
      void sendWaiting(client).finally(later)
    }
    const later = () => {
      if (waiting().length === 0) {
        wait = FIRST_WAIT
        return
      }
      timer ??= setTimeout(send, wait)
      wait = Math.min(wait * 2, LONGEST_WAIT)
    }
    const comeBack = () => {
      wait = FIRST_WAIT
      send()
    }
    const stop = watchOutbox(() => {
      if (timer === undefined) later()
    })
    window.addEventListener('online', comeBack)
    void readOutbox().then(send)
    return () => {
      clearTimeout(timer)
      stop()
      window.removeEventListener('online', comeBack)
    }
  }, [client])
}
