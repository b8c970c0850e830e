import { useNavigate } from '@tanstack/react-router'
import { useState } from 'react'
import { useReader } from '@/hooks/use-reader'
import { useUndo } from '@/hooks/use-undo'
import { useDraft } from '@/lib/drafts'
import { newKey } from '@/lib/new-key'
import { dayOf } from '@/lib/say-due'
import { showToast } from '@/lib/toasts'
import { useCreateSeries } from '../api/create-series'
import { seriesKey } from '../api/get-series'
import { draftOf, newForm, type SeriesForm } from '../lib/series-form'
import { SeriesEditor } from './series-editor'

/** Writes a new series; what is written outlives a reload. */
export function NewSeries() {
  const { text, now, zone } = useReader()
  const navigate = useNavigate()
  const create = useCreateSeries()
  const undo = useUndo([seriesKey, ['tasks']])
  const [draft, setDraft] = useDraft<SeriesForm>('series.new')
  const [empty] = useState(() => newForm(dayOf(now, zone).add({ days: 1 }).toString()))
  const [key, setKey] = useState(newKey)
  const form = draft ?? empty

  const leave = () => {
    setDraft(null)
    void navigate({ to: '/recurring' })
  }

  return (
    <SeriesEditor
      form={form}
      onChange={(changed) => {
        setDraft(changed)
        setKey(newKey()) // another series than the one that was tried
      }}
      onLeave={leave}
      onSave={() =>
        create.mutate(
          { draft: draftOf(form), key },
          {
            onSuccess: ({ series, changeId }) => {
              showToast({
                about: series.id,
                text: text('series.said.created', { title: series.title, summary: series.summary }),
                ...(changeId !== null && { action: { label: text('action.undo'), run: () => void undo(changeId, series.id) } }),
              })
              leave()
            },
          },
        )
      }
      saving={create.isPending}
      error={create.error}
      saveLabel={text('series.create')}
    />
  )
}
