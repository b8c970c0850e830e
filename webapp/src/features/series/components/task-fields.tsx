import { Select } from '@/components/select'
import { TextArea, TextField } from '@/components/text-field'
import { useText } from '@/lib/i18n'
import type { SeriesForm } from '../lib/series-form'
import { DurationField } from './duration-field'
import { FormSection } from './form-section'
import { RemindersField } from './reminders-field'

interface TaskFieldsProps {
  form: SeriesForm
  onChange: (change: Partial<SeriesForm>) => void
  /** Why a field cannot be as it is. */
  errorOf: (field: string) => string | undefined
}

const priorities = ['high', 'medium', 'low'] as const
const LEADS = ['PT1H', 'PT4H', 'P1D', 'P2D', 'P3D', 'P7D', 'P14D'] as const

/** What each of its tasks is like, and what becomes of those that are left undone. */
export function TaskFields({ form, onChange, errorOf }: TaskFieldsProps) {
  const text = useText()
  return (
    <>
      <FormSection title={text('series.section.task')}>
        <RemindersField reminders={form.reminders} onChange={(reminders) => onChange({ reminders })} />
        <div className="grid gap-3 tablet:grid-cols-2">
          <Select
            label={text('series.field.priority')}
            value={form.priority}
            choices={priorities.map((value) => ({ value, name: text(`series.priority.${value}`) }))}
            onChange={(priority) => onChange({ priority })}
          />
          <DurationField
            label={text('series.field.lead')}
            none={text('series.field.leadNone')}
            value={form.lead === 'PT0S' ? null : form.lead}
            choices={LEADS}
            onChange={(lead) => onChange({ lead })}
          />
        </div>
        <TextField
          label={text('series.field.tags')}
          hint={text('series.field.tagsHint')}
          error={errorOf('tags')}
          value={form.tags}
          onChange={(event) => onChange({ tags: event.currentTarget.value })}
        />
        <TextArea
          label={text('series.field.notes')}
          error={errorOf('notes')}
          rows={3}
          value={form.notes}
          onChange={(event) => onChange({ notes: event.currentTarget.value })}
        />
      </FormSection>

      <FormSection title={text('series.section.late')}>
        <Select
          label={text('series.field.repeat')}
          value={form.repeat}
          choices={(['schedule', 'completion'] as const).map((value) => ({ value, name: text(`series.repeat.${value}`) }))}
          onChange={(repeat) => onChange({ repeat })}
        />
        <Select
          label={text('series.field.ifPending')}
          value={form.ifPending}
          choices={(['skip', 'create'] as const).map((value) => ({ value, name: text(`series.ifPending.${value}`) }))}
          onChange={(ifPending) => onChange({ ifPending })}
        />
        <Select
          label={text('series.field.onMissed')}
          value={form.onMissed}
          choices={(['latest', 'skip', 'all'] as const).map((value) => ({ value, name: text(`series.onMissed.${value}`) }))}
          onChange={(onMissed) => onChange({ onMissed })}
        />
      </FormSection>
    </>
  )
}
