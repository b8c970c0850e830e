import { useQuery } from '@tanstack/react-query'
import { Bookmark, BookmarkPlus, X } from 'lucide-react'
import { memo, useState } from 'react'
import { Button } from '@/components/button'
import { Popover } from '@/components/popover'
import { TextField } from '@/components/text-field'
import { useText } from '@/lib/i18n'
import { filtersOptions, useKeepFilter, useRemoveFilter } from '../api/filters'
import type { TaskSearch } from '../api/get-tasks'

interface SavedFiltersProps extends TaskSearch {
  /** Nothing can be found so: it is not offered to be kept. */
  broken: boolean
  onChange: (change: (before: TaskSearch) => TaskSearch) => void
}

/** The searches that somebody keeps: a click writes one into the query; the one that is shown can be let go. It does not hear of each key. */
export const SavedFilters = memo(function SavedFilters({ q, sort, broken, onChange }: SavedFiltersProps) {
  const text = useText()
  const { data } = useQuery({ ...filtersOptions, retry: false })
  const remove = useRemoveFilter()
  const kept = data?.items ?? []
  const isKept = kept.some((filter) => filter.q === q)

  return (
    <div className="flex flex-wrap items-center gap-1.5 pt-1 empty:hidden">
      {kept.map((filter) => {
        const on = filter.q === q
        return (
          <span
            key={filter.id}
            className={`inline-flex min-h-7 items-center rounded-full border text-small pointer-coarse:min-h-10 ${on ? 'border-accent bg-accent-soft text-accent-strong' : 'border-line text-muted hover:bg-hover hover:text-text'}`}
          >
            <button
              type="button"
              aria-pressed={on}
              title={filter.q}
              onClick={() => onChange((before) => ({ q: filter.q, sort: filter.sort === '' ? before.sort : filter.sort }))}
              className="inline-flex min-h-7 items-center gap-1.5 rounded-full px-2.5"
            >
              <Bookmark className="size-3.5" aria-hidden="true" />
              <span dir="auto" className="max-w-40 truncate">
                {filter.name}
              </span>
            </button>
            {on && (
              <button
                type="button"
                aria-label={text('filter.remove', { name: filter.name })}
                onClick={() => remove.mutate(filter)}
                className="flex size-7 items-center justify-center rounded-full"
              >
                <X className="size-3.5" aria-hidden="true" />
              </button>
            )}
          </span>
        )
      })}
      {q !== '' && q !== 'is:open' && !isKept && !broken && data !== undefined && <Keep search={{ q, sort }} />}
    </div>
  )
})

function Keep({ search }: { search: TaskSearch }) {
  const text = useText()
  const keep = useKeepFilter()
  const [name, setName] = useState('')
  return (
    <Popover
      label={text('filter.keep')}
      trigger={
        <button type="button" className="inline-flex min-h-7 items-center gap-1.5 rounded-full px-2.5 text-small text-accent hover:bg-accent-soft">
          <BookmarkPlus className="size-3.5" aria-hidden="true" />
          {text('filter.keep')}
        </button>
      }
    >
      {(close) => (
        <form
          className="flex w-64 flex-col gap-3"
          onSubmit={(event) => {
            event.preventDefault()
            keep.mutate({ ...search, name: name.trim() })
            close()
          }}
        >
          {/* It was opened to type a name into. */}
          {/* eslint-disable-next-line jsx-a11y/no-autofocus */}
          <TextField label={text('filter.name')} value={name} maxLength={80} autoFocus autoComplete="off" onChange={(event) => setName(event.currentTarget.value)} />
          <Button type="submit" look="primary" disabled={name.trim() === ''}>
            {text('filter.keep')}
          </Button>
        </form>
      )}
    </Popover>
  )
}
