import { Hash, X } from 'lucide-react'
import { useId, useState } from 'react'
import { useTagNames } from '@/hooks/use-tags'
import { useText } from '@/lib/i18n'
import { asTag } from '../lib/task-change'

/** Its tags, each to be taken off, and a place to write one more. */
export function TagsEditor({ tags, onChange }: { tags: readonly string[]; onChange: (tags: string[]) => void }) {
  const text = useText()
  const known = useTagNames()
  const listId = useId()
  const [written, setWritten] = useState('')
  const add = () => {
    const tag = asTag(written)
    if (tag !== '' && !tags.includes(tag)) onChange([...tags, tag])
    setWritten('')
  }
  return (
    <div className="flex min-h-8 items-start gap-3">
      <Hash className="mt-2 size-4 shrink-0 text-faint" aria-hidden="true" />
      <div className="flex min-w-0 grow flex-wrap items-center gap-1.5 py-1">
        {tags.map((tag) => (
          <span key={tag} className="flex min-h-6 max-w-full items-center gap-1 rounded-full bg-accent-soft ps-2 pe-1 text-small text-accent-strong">
            <span dir="auto" className="truncate">
              {tag}
            </span>
            <button
              type="button"
              aria-label={text('task.tag.remove', { tag })}
              onClick={() => onChange(tags.filter((other) => other !== tag))}
              className="flex size-5 items-center justify-center rounded-full hover:bg-hover"
            >
              <X className="size-3" aria-hidden="true" />
            </button>
          </span>
        ))}
        <input
          aria-label={text('task.tag.add')}
          placeholder={text('task.tag.add')}
          list={listId}
          dir="auto"
          autoComplete="off"
          value={written}
          onChange={(event) => setWritten(event.target.value)}
          onBlur={add}
          onKeyDown={(event) => {
            if (event.key === 'Enter' || event.key === ',') {
              event.preventDefault()
              add()
            } else if (event.key === 'Backspace' && written === '' && tags.length > 0) onChange(tags.slice(0, -1))
          }}
          className="h-6 min-w-20 grow rounded-small bg-transparent text-small outline-none placeholder:text-faint focus:bg-page"
        />
        <datalist id={listId}>
          {known
            .filter((name) => !tags.includes(name))
            .map((name) => (
              <option key={name} value={name} />
            ))}
        </datalist>
      </div>
    </div>
  )
}
