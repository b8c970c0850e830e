import { Button } from '@/components/button'
import { useText } from '@/lib/i18n'
import type { Task } from '@/api/types'

interface Words {
  title: string
  notes: string
}

interface ConflictProps {
  mine: Words
  theirs: Task
  onMine: () => void
  onTheirs: () => void
}

/** It changed elsewhere while somebody was writing: both side by side, and neither lost until one is chosen. */
export function Conflict({ mine, theirs, onMine, onTheirs }: ConflictProps) {
  const text = useText()
  return (
    <div role="alert" className="flex flex-col gap-3 rounded-card border border-soon p-3 text-small">
      <p className="font-strong">{text('conflict.title')}</p>
      <div className="grid grid-cols-2 gap-3">
        <Side name={text('conflict.mine')} words={mine} />
        <Side name={text('conflict.theirs')} words={theirs} />
      </div>
      <div className="flex flex-wrap gap-2">
        <Button onClick={onMine}>{text('conflict.keepMine')}</Button>
        <Button onClick={onTheirs}>{text('conflict.takeTheirs')}</Button>
      </div>
    </div>
  )
}

function Side({ name, words }: { name: string; words: Words }) {
  return (
    <div className="min-w-0 rounded-small bg-page p-2">
      <p className="text-faint">{name}</p>
      <p dir="auto" className="font-strong break-words">
        {words.title}
      </p>
      <p dir="auto" className="max-h-32 overflow-y-auto break-words whitespace-pre-wrap text-muted">
        {words.notes}
      </p>
    </div>
  )
}
