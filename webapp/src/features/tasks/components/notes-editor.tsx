import { micromark } from 'micromark'
import { useMemo, useRef, useState } from 'react'
import { useText } from '@/lib/i18n'

interface NotesEditorProps {
  value: string
  onChange: (notes: string) => void
  onDone: () => void
}

const LONGEST = 20_000

/** Notes as Markdown without HTML; a click or the keyboard edits them as they were written. */
export function NotesEditor({ value, onChange, onDone }: NotesEditorProps) {
  const text = useText()
  const [editing, setEditing] = useState(false)
  const field = useRef<HTMLTextAreaElement>(null)
  // micromark escapes all HTML and drops links of other kinds than the harmless ones.
  const html = useMemo(
    () => micromark(value).replaceAll('<a href=', '<a target="_blank" rel="noopener noreferrer" href=').replaceAll(/<img [^>]*>/g, ''),
    [value],
  )

  if (editing || value === '') {
    return (
      <textarea
        ref={field}
        aria-label={text('task.notes')}
        placeholder={text('task.notes.placeholder')}
        dir="auto"
        rows={3}
        maxLength={LONGEST}
        value={value}
        onChange={(event) => onChange(event.target.value)}
        onFocus={() => setEditing(true)}
        onBlur={() => {
          setEditing(false)
          onDone()
        }}
        onKeyDown={(event) => {
          if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) event.currentTarget.blur()
        }}
        className="-mx-2 field-sizing-content min-h-20 resize-none rounded-small bg-page px-2 py-1.5 break-words"
      />
    )
  }
  return (
    <div className="group -mx-2 rounded-small px-2 py-1 hover:bg-hover">
      <div dir="auto" className="prose" dangerouslySetInnerHTML={{ __html: html }} />
      <button
        type="button"
        className="mt-1 text-small text-accent underline-offset-4 hover:underline"
        onClick={() => {
          setEditing(true)
          requestAnimationFrame(() => field.current?.focus())
        }}
      >
        {text('task.notes.edit')}
      </button>
    </div>
  )
}
