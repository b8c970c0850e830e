import { Search, X } from 'lucide-react'
import { useId, useLayoutEffect, useRef, useState } from 'react'
import { IconButton } from '@/components/icon-button'
import { useTagNames } from '@/hooks/use-tags'
import { useText } from '@/lib/i18n'
import { complete, type Completion, completionsAt } from '../lib/query-text'

interface TaskSearchProps {
  value: string
  /** Somebody came here to search: the field takes the focus. */
  asked: boolean
  onChange: (query: string) => void
  /** What is wrong with the query, and from which character on. */
  mistake: { message: string; position: number | null } | null
}

/** A query in one line; the words of its grammar are offered while they are typed. */
export function TaskSearch({ value, asked, onChange, mistake }: TaskSearchProps) {
  const text = useText()
  const tags = useTagNames()
  const field = useRef<HTMLInputElement>(null)
  const placeAt = useRef<number | null>(null)
  const listId = useId()
  const [cursor, setCursor] = useState(0)
  const [open, setOpen] = useState(false)
  const [chosen, setChosen] = useState(0)
  useLayoutEffect(() => {
    if (!asked) return
    field.current?.focus()
    // What was typed already is gone on with; what stood here before is typed over.
    if (field.current?.value === 'is:open') field.current.select()
  }, [asked])

  const found = completionsAt(value, cursor, tags)
  const shown = open && found.items.length > 0
  const at = Math.min(chosen, found.items.length - 1)

  const take = (item: Completion) => {
    const next = complete(value, found, item)
    onChange(next.query)
    setCursor(next.cursor)
    setChosen(0)
    placeAt.current = next.cursor
  }
  // As soon as the field holds what was taken, so that the next key comes after it.
  useLayoutEffect(() => {
    if (placeAt.current === null) return
    field.current?.focus()
    field.current?.setSelectionRange(placeAt.current, placeAt.current)
    placeAt.current = null
  })

  const onKeyDown = (event: React.KeyboardEvent<HTMLInputElement>) => {
    const item = found.items[at]
    if (event.key === 'Escape') {
      if (shown) setOpen(false)
      else event.currentTarget.blur()
    } else if (shown && (event.key === 'ArrowDown' || event.key === 'ArrowUp')) {
      const step = event.key === 'ArrowDown' ? 1 : -1
      setChosen((at + step + found.items.length) % found.items.length)
    } else if (shown && item !== undefined && (event.key === 'Tab' || event.key === 'Enter') && !event.shiftKey) {
      take(item)
    } else return
    event.preventDefault()
  }

  return (
    <div className="relative">
      <div className="flex min-h-11 items-center gap-2 rounded-card border border-line-strong bg-surface ps-3 pe-1 shadow-card transition-colors has-focus:border-accent has-focus:ring-1 has-focus:ring-accent">
        <Search className="size-4.5 shrink-0 text-faint" aria-hidden="true" />
        <input
          ref={field}
          id="task-search"
          role="combobox"
          aria-label={text('search.label')}
          aria-keyshortcuts="/"
          aria-expanded={shown}
          aria-controls={listId}
          aria-autocomplete="list"
          aria-activedescendant={shown ? `${listId}-${at}` : undefined}
          aria-invalid={mistake !== null}
          aria-describedby={`${listId}-mistake`}
          autoComplete="off"
          autoCapitalize="off"
          spellCheck={false}
          dir="auto"
          placeholder={text('search.placeholder')}
          value={value}
          onChange={(event) => {
            onChange(event.target.value)
            setCursor(event.target.selectionStart ?? event.target.value.length)
            setOpen(true)
            setChosen(0)
          }}
          onSelect={(event) => setCursor(event.currentTarget.selectionStart ?? 0)}
          onKeyDown={onKeyDown}
          onBlur={() => setOpen(false)}
          className="h-10 min-w-0 grow bg-transparent outline-none"
        />
        {value !== '' && (
          <IconButton
            label={text('search.clear')}
            icon={X}
            onClick={() => {
              onChange('')
              field.current?.focus()
            }}
          />
        )}
      </div>
      <div
        id={listId}
        role="listbox"
        aria-label={text('search.words')}
        hidden={!shown}
        className="absolute start-0 top-full z-30 mt-1 max-h-80 min-w-56 animate-arrive overflow-y-auto rounded-card border border-line bg-surface p-1 shadow-overlay"
      >
        {found.items.map((item, index) => (
          // The keyboard acts on the field, which keeps the focus.
          // eslint-disable-next-line jsx-a11y/click-events-have-key-events
          <div
            key={item.text}
            id={`${listId}-${index}`}
            role="option"
            tabIndex={-1}
            aria-selected={index === at}
            onPointerDown={(event) => event.preventDefault()}
            onClick={() => take(item)}
            className={`flex min-h-8 cursor-pointer items-center rounded-small px-2 text-small pointer-coarse:min-h-11 ${index === at ? 'bg-accent-soft text-accent-strong' : ''}`}
          >
            {item.text}
          </div>
        ))}
      </div>
      <p id={`${listId}-mistake`} role="alert" className="min-h-6 px-3 pt-1 text-small text-late">
        {mistake !== null && (
          <>
            {mistake.position !== null && mistake.position < value.length && (
              <>
                <mark className="rounded-small bg-transparent font-strong text-late underline decoration-wavy underline-offset-4">{value.slice(mistake.position)}</mark>
                {': '}
              </>
            )}
            {mistake.message}
          </>
        )}
      </p>
    </div>
  )
}
