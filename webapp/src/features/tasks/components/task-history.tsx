import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import type { HistoryEntry } from '@/api/types'
import { Button } from '@/components/button'
import { useReader } from '@/hooks/use-reader'
import type { MessageId } from '@/lib/message-ids'
import { sayAgo, sayMoment } from '@/lib/say-ago'
import type { Reader } from '@/lib/say-due'
import { historyOptions } from '../api/get-history'

/** Who did what to it and when, asked for when somebody wants to know. */
export function TaskHistory({ id }: { id: string }) {
  const { text } = useReader()
  const [open, setOpen] = useState(false)
  return (
    <section aria-label={text('task.history')} className="-mx-3">
      <Button look="quiet" aria-expanded={open} onClick={() => setOpen(!open)}>
        {text(open ? 'task.history.hide' : 'task.history.show')}
      </Button>
      {open && <Entries id={id} />}
    </section>
  )
}

function Entries({ id }: { id: string }) {
  const reader = useReader()
  const { text, zone, locale } = reader
  const history = useQuery(historyOptions(id))
  if (history.isError) return <p className="px-3 text-small text-faint">{text('task.history.failed')}</p>
  return (
    <ol className="mt-1 flex flex-col gap-2 border-s border-line ps-4 text-small">
      {history.data?.items.map((entry) => (
        <li key={`${entry.changeId}-${entry.what}`}>
          <p>{sayEntry(entry, reader)}</p>
          <p className="text-faint">
            {text(actors[entry.actor] ?? 'task.actor.person')} ·{' '}
            <time dateTime={entry.at} title={sayMoment(entry.at, zone, locale)}>
              {sayAgo(entry.at, reader)}
            </time>
          </p>
        </li>
      ))}
    </ol>
  )
}

const actors: Readonly<Record<string, MessageId>> = {
  person: 'task.actor.person',
  assistant: 'task.actor.assistant',
  import: 'task.actor.import',
  series: 'task.actor.series',
}

const fields: Readonly<Record<string, MessageId>> = {
  title: 'task.field.title',
  notes: 'task.field.notes',
  status: 'task.field.status',
  priority: 'task.field.priority',
  tags: 'task.field.tags',
  due: 'task.field.due',
}

function sayEntry({ what, fields: changed }: HistoryEntry, { text }: Reader): string {
  if (what !== 'edited') return text(`task.history.${what}`)
  const names = changed.flatMap(({ field }) => (field in fields ? [text(fields[field] ?? 'task.field.title')] : []))
  const [status] = changed.filter(({ field }) => field === 'status')
  if (status?.to === 'completed') return text('task.history.completed')
  if (status?.from === 'completed') return text('task.history.reopened')
  return names.length === 0 ? text('task.history.touched') : text('task.history.edited', { fields: names.join(', ') })
}
