import { CalendarClock, Check, Diamond, Tag, Trash2, X } from 'lucide-react'
import { useState } from 'react'
import { Button } from '@/components/button'
import { Dialog } from '@/components/dialog'
import { IconButton } from '@/components/icon-button'
import { useHotkeys } from '@/hooks/use-hotkeys'
import { useText } from '@/lib/i18n'
import { type Meant, useChangeTasks } from '../api/change-tasks'
import { holdFocus } from '../lib/focus'
import { clearSelection, useSelection } from '../lib/selection'
import { quickEdit } from '../lib/quick-edit'

/** What else lies at the bottom of the window stands above the bar, however high it is. */
function makeRoom(bar: HTMLElement | null): () => void {
  const { style } = document.documentElement
  style.setProperty('--above-bar', `${(bar?.offsetHeight ?? 0) + 8}px`)
  return () => style.removeProperty('--above-bar')
}

/** What can be done with those that are selected; of a search, with all that it finds. */
export function BulkBar({ search }: { search?: { q: string; count: number } }) {
  const text = useText()
  const change = useChangeTasks()
  const selected = useSelection()
  const [all, setAll] = useState(false)
  const [deleting, setDeleting] = useState(false)
  useHotkeys({
    Escape: { does: 'keys.clear', run: clearSelection },
    '#': { does: 'keys.delete', run: () => setDeleting(true) },
  })

  const meant: Meant = all && search !== undefined ? { ids: [...selected], query: search } : { ids: [...selected] }
  const count = meant.query?.count ?? meant.ids.length
  const act = (action: 'complete' | 'delete') => {
    holdFocus(meant.ids[0])
    change.mutate({ ...meant, change: { action } })
    clearSelection()
  }
  const remove = () => act('delete')

  return (
    <div
      ref={makeRoom}
      role="toolbar"
      aria-label={text('bulk.label')}
      className="fixed inset-x-2 bottom-[calc(var(--spacing-bar)+var(--spacing)*2)] z-30 mx-auto flex w-fit max-w-[calc(100vw-1rem)] animate-arrive flex-wrap items-center justify-center gap-1 rounded-card border border-line bg-surface p-2 shadow-overlay tablet:bottom-4 wide:start-side panel:end-panel"
    >
      <span role="status" className="px-2 text-small font-strong tabular-nums">
        {text('bulk.count', { count })}
      </span>
      {search !== undefined && !all && search.count > selected.size && (
        <Button look="quiet" onClick={() => setAll(true)}>
          {text('bulk.all', { count: search.count })}
        </Button>
      )}
      <Button onClick={() => act('complete')}>
        <Check className="size-4" aria-hidden="true" />
        {text('bulk.complete')}
      </Button>
      <Button onClick={() => quickEdit({ what: 'due', meant })}>
        <CalendarClock className="size-4" aria-hidden="true" />
        {text('bulk.due')}
      </Button>
      <Button onClick={() => quickEdit({ what: 'tag', meant })}>
        <Tag className="size-4" aria-hidden="true" />
        {text('bulk.tag')}
      </Button>
      <Button onClick={() => quickEdit({ what: 'priority', meant })}>
        <Diamond className="size-4" aria-hidden="true" />
        {text('bulk.priority')}
      </Button>
      <Button onClick={() => (count > 1 ? setDeleting(true) : remove())}>
        <Trash2 className="size-4" aria-hidden="true" />
        {text('bulk.delete')}
      </Button>
      <IconButton label={text('bulk.clear')} icon={X} onClick={clearSelection} />
      <Dialog
        title={text('bulk.delete.title', { count })}
        open={deleting}
        onClose={() => setDeleting(false)}
        grave
        actions={
          <>
            <Button onClick={() => setDeleting(false)}>{text('bulk.delete.keep')}</Button>
            <Button look="grave" onClick={remove}>
              {text('bulk.delete.do', { count })}
            </Button>
          </>
        }
      >
        <p className="text-muted">{text('bulk.delete.what')}</p>
      </Dialog>
    </div>
  )
}
