import { useText } from '@/lib/i18n'
import type { MessageId } from '@/lib/message-ids'
import { hasTerm, toggleTerm } from '../lib/query-text'

interface Chip {
  term: string
  name: MessageId
}

/** Of one kind only one holds. */
const KINDS: readonly (readonly Chip[])[] = [
  [
    { term: 'is:open', name: 'filter.open' },
    { term: 'status:completed', name: 'filter.completed' },
  ],
  [
    { term: 'is:overdue', name: 'filter.overdue' },
    { term: 'due:today', name: 'filter.today' },
    { term: 'due:this-week', name: 'filter.week' },
    { term: 'due:none', name: 'filter.noDate' },
  ],
  [
    { term: 'priority:high', name: 'filter.high' },
    { term: 'is:recurring', name: 'filter.recurring' },
    { term: 'has:reminder', name: 'filter.reminder' },
  ],
]

/** The filters that are used most: each writes its word into the query, where it can be changed by hand. */
export function FilterChips({ query, onChange }: { query: string; onChange: (query: string) => void }) {
  const text = useText()
  return (
    <div role="group" aria-label={text('filter.label')} className="-mx-4 flex gap-2 overflow-x-auto px-4 py-1 tablet:mx-0 tablet:flex-wrap tablet:gap-1.5 tablet:overflow-visible tablet:px-0">
      {KINDS.map((kind, index) => (
        <div key={index} className="flex gap-1.5 tablet:contents">
          {kind.map(({ term, name }) => {
            const on = hasTerm(query, term)
            const terms = index === 2 ? [term] : kind.map((chip) => chip.term)
            return (
              <button
                key={term}
                type="button"
                aria-pressed={on}
                onClick={() => onChange(toggleTerm(query, term, terms))}
                className={`min-h-7 shrink-0 rounded-full border px-2.5 text-small transition-colors pointer-coarse:min-h-10 ${on ? 'border-accent bg-accent-soft text-accent-strong' : 'border-line text-muted hover:bg-hover hover:text-text'}`}
              >
                {text(name)}
              </button>
            )
          })}
        </div>
      ))}
    </div>
  )
}
