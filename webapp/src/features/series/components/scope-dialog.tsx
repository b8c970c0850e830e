import { useState } from 'react'
import { Button } from '@/components/button'
import { Dialog } from '@/components/dialog'
import { useReader } from '@/hooks/use-reader'
import { format } from '@/lib/say-due'
import type { Scope, Series, SeriesPatch } from '../api/types'
import { meansMany } from '../lib/series-form'

interface ScopeDialogProps {
  open: boolean
  series: Series
  /** The occurrence that was edited: the rule's own local time. */
  local: string
  patch: SeriesPatch
  onClose: () => void
  onChoose: (scope: Scope) => void
}

const scopes = ['this', 'following', 'all'] as const

/** Which occurrences an edit means. */
export function ScopeDialog({ open, series, local, patch, onClose, onChoose }: ScopeDialogProps) {
  const { text, locale } = useReader()
  const many = meansMany(patch)
  const [chosen, setChosen] = useState<Scope>('this')
  const scope = many && chosen === 'this' ? 'following' : chosen
  // A local time, said as it is.
  const moment = Date.parse(local.includes('T') ? `${local}Z` : `${local}T12:00Z`)
  const day = format(moment, { weekday: 'short', day: 'numeric', month: 'short' }, 'UTC', locale).replace(',', '')

  return (
    <Dialog
      open={open}
      onClose={onClose}
      title={text('series.scope.title', { title: series.title })}
      actions={
        <>
          <Button onClick={onClose}>{text('action.cancel')}</Button>
          <Button look="primary" onClick={() => onChoose(scope)}>
            {text('action.save')}
          </Button>
        </>
      }
    >
      <fieldset className="flex flex-col">
        <legend className="mb-2 text-muted">{text('series.scope.question')}</legend>
        {scopes.map((value) => (
          <label key={value} className="flex min-h-row items-start gap-3 rounded-small px-2 py-2 hover:bg-hover has-disabled:text-faint">
            <input
              type="radio"
              name="scope"
              value={value}
              checked={scope === value}
              disabled={value === 'this' && many}
              onChange={() => setChosen(value)}
              className="mt-1 size-4 shrink-0 accent-accent"
            />
            <span>
              {text(`series.scope.${value}`, { day })}
              <span className="block text-small text-faint">
                {value === 'this' && many ? text('series.scope.notThis') : text(`series.scopeHint.${value}`)}
              </span>
            </span>
          </label>
        ))}
      </fieldset>
    </Dialog>
  )
}
