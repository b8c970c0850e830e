import { Plus } from 'lucide-react'
import { type SyntheticEvent, useRef, useState } from 'react'
import { Problem } from '@/api/problem'
import { Button } from '@/components/button'
import { useHotkeys } from '@/hooks/use-hotkeys'
import { useText } from '@/lib/i18n'
import { sayProblem } from '@/lib/say-problem'
import { showToast } from '@/lib/toasts'
import { type TaskDraft, useAddTask } from '../api/add-task'
import { type DueChoice, DueField } from './due-field'

const LONGEST_TITLE = 255

/** One line to add a task: it clears at once, and what the gateway refuses comes back with the reason. */
export function AddTaskLine() {
  const text = useText()
  const field = useRef<HTMLInputElement>(null)
  const [title, setTitle] = useState('')
  const [due, setDue] = useState<DueChoice | null>(null)
  const [refused, setRefused] = useState<{ key: string; title: string; reason: string } | null>(null)
  useHotkeys({ n: () => field.current?.focus() })

  const add = useAddTask((error, draft, again) => {
    const reason = sayProblem(error, text)
    if (field.current?.value === '') {
      setTitle(draft.title)
      setDue(draft.due)
      setRefused({ key: draft.key, title: draft.title, reason })
      return
    }
    // Somebody is writing the next one already: theirs stays, this one can be sent again.
    showToast({
      about: draft.key,
      text: text('tasks.notAdded', { title: draft.title, reason }),
      ...(error instanceof Problem && error.isPassing
        ? { action: { label: text('action.retry'), run: again } }
        : {}),
    })
  })

  const submit = (event: SyntheticEvent) => {
    event.preventDefault()
    const wanted = title.trim()
    if (wanted === '') return
    if (wanted.length > LONGEST_TITLE) {
      setRefused({ key: '', title: wanted, reason: text('tasks.titleTooLong', { max: LONGEST_TITLE, count: wanted.length }) })
      return
    }
    const draft: TaskDraft = { key: keyFor(wanted, refused), title: wanted, due }
    setTitle('')
    setDue(null)
    setRefused(null)
    add.mutate(draft)
    field.current?.focus()
  }

  return (
    <form onSubmit={submit} aria-label={text('tasks.add.label')}>
      <div className="flex min-h-12 items-center pointer-coarse:min-h-14 gap-2 rounded-card border border-line-strong bg-surface ps-4 pe-2 shadow-card transition-colors has-[input[name=title]:focus]:border-accent has-[input[name=title]:focus]:ring-1 has-[input[name=title]:focus]:ring-accent">
        <Plus className="size-5 shrink-0 text-accent" aria-hidden="true" />
        <input
          ref={field}
          name="title"
          dir="auto"
          autoComplete="off"
          enterKeyHint="done"
          placeholder={text('tasks.add.placeholder')}
          aria-label={text('tasks.add.title')}
          aria-keyshortcuts="n"
          aria-invalid={refused !== null}
          aria-describedby="add-refused"
          value={title}
          onChange={(event) => {
            setTitle(event.target.value)
            setRefused(null)
          }}
          onKeyDown={(event) => {
            if (event.key === 'Escape') event.currentTarget.blur()
          }}
          className="peer h-11 min-w-0 grow bg-transparent outline-none"
        />
        <kbd className="hidden shrink-0 rounded-small border border-line bg-page px-2 font-sans text-small text-faint peer-focus:invisible peer-[:not(:placeholder-shown)]:invisible pointer-fine:block">
          n
        </kbd>
        <DueField value={due} onChange={setDue} onDone={() => field.current?.focus()} />
        <Button type="submit" look="primary" disabled={title.trim() === ''}>
          {text('tasks.add.action')}
        </Button>
      </div>
      <p id="add-refused" role="alert" className="min-h-6 px-4 pt-1 text-small text-late">
        {refused?.reason}
      </p>
    </form>
  )
}

/** The same task sent again keeps its key, so that an answer that was lost on its way does not make two. */
function keyFor(title: string, refused: { key: string; title: string } | null): string {
  if (refused !== null && refused.key !== '' && refused.title === title) return refused.key
  return Array.from(crypto.getRandomValues(new Uint8Array(16)), (byte) => byte.toString(16).padStart(2, '0')).join('')
}
