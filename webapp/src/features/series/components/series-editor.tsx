import { useQuery } from '@tanstack/react-query'
import { type ReactNode, useDeferredValue, useState } from 'react'
import { Button } from '@/components/button'
import { useText } from '@/lib/i18n'
import { sayProblem } from '@/lib/say-problem'
import { previewOptions } from '../api/preview-rule'
import type { Series } from '../api/types'
import { isRefusal, refusalOf } from '../lib/refusals'
import { questionOf, type SeriesForm } from '../lib/series-form'
import { RuleFields } from './rule-fields'
import { RulePreview } from './rule-preview'
import { TaskFields } from './task-fields'

interface SeriesEditorProps {
  form: SeriesForm
  onChange: (form: SeriesForm) => void
  /** The one that is edited; none: a new one. */
  series?: Series
  onSave: () => void
  onLeave: () => void
  saving: boolean
  /** Why it was not saved. */
  error: unknown
  saveLabel: string
  /** Above the fields. */
  children?: ReactNode
}

/** A series beside what it comes to. */
export function SeriesEditor({ form, onChange, series, onSave, onLeave, saving, error, saveLabel, children }: SeriesEditorProps) {
  const text = useText()
  const [untitled, setUntitled] = useState(false)
  const question = questionOf(useDeferredValue(form), series)
  const preview = useQuery({ ...previewOptions(question), enabled: question.start !== '' && !question.start.startsWith('T') })

  const errorOf = (field: string) => {
    if (field === 'title' && untitled && form.title.trim() === '') return text('series.field.titleMissing')
    return refusalOf(error, field) ?? refusalOf(preview.error, field)
  }
  const change = (changed: Partial<SeriesForm>) => onChange({ ...form, ...changed })
  const save = () => {
    setUntitled(form.title.trim() === '')
    if (form.title.trim() !== '') onSave()
  }

  return (
    <form
      noValidate
      onSubmit={(event) => {
        event.preventDefault()
        save()
      }}
      onKeyDown={(event) => {
        if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) save()
      }}
      className="grid items-start gap-x-8 gap-y-6 wide:grid-cols-[minmax(0,1fr)_minmax(0,22.5rem)]"
    >
      <div className="flex min-w-0 flex-col gap-5">
        {children}
        <RuleFields form={form} onChange={change} errorOf={errorOf} focused={series === undefined} />
      </div>
      <div className="min-w-0 wide:sticky wide:top-6 wide:col-start-2 wide:row-span-2 wide:row-start-1">
        <RulePreview question={question} preview={preview} afterCompletion={form.repeat === 'completion'} />
      </div>
      <div className="flex min-w-0 flex-col gap-5">
        <TaskFields form={form} onChange={change} errorOf={errorOf} />
      </div>
      <div className="sticky bottom-(--spacing-bar) z-10 -mx-4 flex flex-wrap items-center justify-end gap-2 border-t border-line bg-page px-4 py-3 tablet:bottom-0 tablet:mx-0 tablet:px-0 wide:col-span-2">
        <p role="alert" className="me-auto min-w-0 text-small text-late">
          {error != null && (isRefusal(error) ? text('series.refused') : sayProblem(error, text))}
        </p>
        <Button onClick={onLeave}>{text('action.cancel')}</Button>
        <Button look="primary" type="submit" disabled={saving}>
          {saveLabel}
        </Button>
      </div>
    </form>
  )
}
