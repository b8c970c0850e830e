import { useQuery } from '@tanstack/react-query'
import { Plus } from 'lucide-react'
import { Suspense, type SyntheticEvent, useRef, useState } from 'react'
import { isNoAnswer, Problem } from '@/api/problem'
import { Button } from '@/components/button'
import { useSettled } from '@/hooks/use-settled'
import { useText } from '@/lib/i18n'
import { useDraft } from '@/lib/drafts'
import { lazyPart } from '@/lib/lazy-part'
import { newKey } from '@/lib/new-key'
import { sayProblem } from '@/lib/say-problem'
import { showToast } from '@/lib/toasts'
import { type LineDraft, titleOf, useAddLine } from '../api/add-task'
import { previewOptions } from '../api/preview-line'

const LineParts = lazyPart(() => import('./line-parts'), 'LineParts')

const LONGEST_TITLE = 255
const LONGEST_LINE = 2_000

interface QuickAddLineProps {
  /** It was opened to be written into. */
  open?: boolean
  onAdded?: () => void
}

/**
 * One line in plain words, with how it is understood below it while it is written. It clears at once; what the gateway
 * refuses comes back with the reason, and what was not sent yet is there after a reload.
 */
export function QuickAddLine({ open = false, onAdded }: QuickAddLineProps) {
  const text = useText()
  const field = useRef<HTMLInputElement>(null)
  const [kept, setLine] = useDraft<string>('quick-add')
  const line = kept ?? ''
  const [refused, setRefused] = useState<{ key: string; line: string; reason: string } | null>(null)
  const wanted = line.trim()
  const settled = useSettled(wanted)
  const { data: preview, error: unread } = useQuery({ ...previewOptions(settled), enabled: settled !== '' && settled.length <= LONGEST_LINE })

  const add = useAddLine((error, draft, again) => {
    const reason = sayProblem(error, text)
    if (field.current?.value === '') {
      setLine(draft.line)
      setRefused({ key: draft.key, line: draft.line, reason })
      return
    }
    // Somebody is writing the next one already: theirs stays, this one can be sent again.
    showToast({
      about: draft.key,
      text: text('tasks.notAdded', { title: draft.line, reason }),
      ...(error instanceof Problem && error.isPassing ? { action: { label: text('action.retry'), run: again } } : {}),
    })
  })

  const submit = (event: SyntheticEvent) => {
    event.preventDefault()
    if (wanted === '') return
    const title = titleOf(wanted, settled === wanted ? (preview ?? null) : null)
    if (title.length > LONGEST_TITLE) {
      setRefused({ key: '', line: wanted, reason: text('tasks.titleTooLong', { max: LONGEST_TITLE, count: title.length }) })
      return
    }
    const draft: LineDraft = { key: keyFor(wanted, refused), line: wanted }
    setLine(null)
    setRefused(null)
    add.mutate(draft)
    if (onAdded === undefined) field.current?.focus()
    else onAdded()
  }

  return (
    <form onSubmit={submit} aria-label={text('tasks.add.label')}>
      <div className="flex min-h-12 items-center gap-2 rounded-card border border-line-strong bg-surface ps-4 pe-2 shadow-card transition-colors has-[input:focus]:border-accent has-[input:focus]:ring-1 has-[input:focus]:ring-accent pointer-coarse:min-h-14">
        <Plus className="size-5 shrink-0 text-accent" aria-hidden="true" />
        <input
          ref={field}
          id="quick-add"
          name="title"
          dir="auto"
          // eslint-disable-next-line jsx-a11y/no-autofocus -- its dialog was opened to write into it
          autoFocus={open}
          autoComplete="off"
          enterKeyHint="done"
          placeholder={text('tasks.add.placeholder')}
          aria-label={text('tasks.add.title')}
          aria-keyshortcuts="n"
          aria-invalid={refused !== null}
          aria-describedby="add-refused add-understood"
          value={line}
          onChange={(event) => {
            setLine(event.target.value === '' ? null : event.target.value)
            setRefused(null)
          }}
          onKeyDown={(event) => {
            if (event.key === 'Escape' && !open) event.currentTarget.blur()
          }}
          className="peer h-11 min-w-0 grow bg-transparent outline-none"
        />
        <kbd className="hidden shrink-0 rounded-small border border-line bg-page px-2 font-sans text-small text-faint peer-focus:invisible peer-[:not(:placeholder-shown)]:invisible pointer-fine:block">
          n
        </kbd>
        <Button type="submit" look="primary" disabled={wanted === ''}>
          {text('tasks.add.action')}
        </Button>
      </div>
      <div className="flex min-h-10 items-start px-4 pt-1.5 pb-2 text-small">
        <p id="add-refused" role="alert" className="text-late empty:hidden">
          {refused?.reason}
        </p>
        <div id="add-understood">
          <Suspense fallback={null}>
            {refused === null && wanted !== '' && preview !== undefined && settled !== '' && <LineParts line={settled} preview={preview} />}
            {refused === null && wanted !== '' && isNoAnswer(unread) && <p className="text-faint">{text('quickAdd.later')}</p>}
          </Suspense>
        </div>
      </div>
    </form>
  )
}

/** The same task sent again keeps its key, so that an answer that was lost on its way does not make two. */
function keyFor(line: string, refused: { key: string; line: string } | null): string {
  if (refused !== null && refused.key !== '' && refused.line === line) return refused.key
  return newKey()
}
