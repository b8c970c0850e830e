import { useState } from 'react'
import type { Task } from '@/api/types'
import { Button } from '@/components/button'
import { Conflict } from '@/components/conflict'
import { useReader } from '@/hooks/use-reader'
import { changeWrite, type KeptWrite } from '@/lib/outbox'
import { sayAgo } from '@/lib/say-ago'
import { LineForm } from './line-form'

export interface KeptChangeProps {
  write: KeptWrite
  onSend: () => void
  onDrop: (write: KeptWrite) => void
  /** Another line in place of the one that waits. */
  onRewrite: (write: KeptWrite, line: string) => void
}

/** One thing that was done: what, to which, when; and why it was not taken, with the ways on. A line can be changed. */
export function KeptChange({ write, onSend, onDrop, onRewrite }: KeptChangeProps) {
  const reader = useReader()
  const { text } = reader
  const { refused, content } = write
  const [line, setLine] = useState<'shown' | 'open' | 'closed'>('shown')
  const theirs = refused?.status === 412 ? (refused.current as Task | null) : null
  const words = theirs === null ? null : wordsOf(write, theirs)

  const drop = () => onDrop(write)
  const sendAgain = () => void changeWrite(upon(write, theirs)).then(onSend)

  return (
    <li className="flex flex-col gap-2 py-3 text-small first:pt-1">
      <div className="flex items-baseline justify-between gap-3">
        <p className="min-w-0">
          {text(`outbox.does.${write.does}`)}{' '}
          <strong dir="auto" className="font-strong break-words">
            {write.title === '' ? text('outbox.many') : write.title}
          </strong>
        </p>
        <span className="shrink-0 text-faint">{refused === null ? text('outbox.waits') : sayAgo(write.at, reader)}</span>
      </div>
      {refused !== null && words === null && <p className="text-late">{text('outbox.refused', { reason: refused.reason })}</p>}
      {content.kind === 'line' && line === 'open' ? (
        <LineForm
          id={write.id}
          line={content.line}
          onSave={(wanted) => {
            setLine('closed')
            onRewrite(write, wanted)
          }}
          onCancel={() => setLine('closed')}
        />
      ) : theirs !== null && words !== null ? (
        <Conflict mine={words} theirs={theirs} onMine={sendAgain} onTheirs={drop} />
      ) : (
        <div className="-mx-3 flex flex-wrap gap-1">
          {refused !== null && (
            <Button look="quiet" onClick={sendAgain}>
              {text(theirs === null ? 'action.retry' : 'outbox.force')}
            </Button>
          )}
          {content.kind === 'line' && (
            // eslint-disable-next-line jsx-a11y/no-autofocus -- where the focus was before the line was opened
            <Button look="quiet" autoFocus={line === 'closed'} onClick={() => setLine('open')}>
              {text('outbox.change')}
            </Button>
          )}
          <Button look="quiet" onClick={drop}>
            {text('outbox.drop')}
          </Button>
        </div>
      )}
    </li>
  )
}

/** What the change would make of title and notes; null when it leaves both. */
function wordsOf({ content }: KeptWrite, theirs: Task): Pick<Task, 'title' | 'notes'> | null {
  if (content.kind !== 'request' || content.body === null) return null
  const { title, notes } = JSON.parse(content.body) as Partial<Task>
  return title === undefined && notes === undefined ? null : { title: title ?? theirs.title, notes: notes ?? theirs.notes }
}

/** To be sent again, upon the thing as it is now. */
function upon(write: KeptWrite, theirs: Task | null): KeptWrite {
  const again = { ...write, refused: null, faults: 0 }
  if (theirs === null || write.content.kind !== 'request') return again
  const headers = { ...write.content.headers, 'If-Match': `"${theirs.version}"` }
  return { ...again, version: theirs.version, content: { ...write.content, headers } }
}
