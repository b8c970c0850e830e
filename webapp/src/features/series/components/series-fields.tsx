import { DateField, TimeField } from '@/components/date-field'
import { Select } from '@/components/select'
import { Switch } from '@/components/switch'
import { TextArea, TextField } from '@/components/text-field'
import { ZoneField } from '@/components/zone-field'
import { useReader } from '@/hooks/use-reader'
import { placeOf } from '@/lib/say-due'
import type { SeriesForm } from '../lib/series-form'
import { DurationField } from './duration-field'
import { FormSection } from './form-section'
import { RemindersField } from './reminders-field'
import { RuleBuilder } from './rule-builder'

interface SeriesFieldsProps {
  form: SeriesForm
  onChange: (change: Partial<SeriesForm>) => void
  /** Why a field cannot be as it is. */
  errorOf: (field: string) => string | undefined
  /** The title's field takes the focus. */
  focused: boolean
}

const priorities = ['high', 'medium', 'low'] as const
const LEADS = ['PT1H', 'PT4H', 'P1D', 'P2D', 'P3D', 'P7D', 'P14D'] as const

/** Everything that a series says, the most needed first. */
export function SeriesFields({ form, onChange, errorOf, focused }: SeriesFieldsProps) {
  const { text, zone } = useReader()
  const timed = form.time !== ''
  return (
    <>
      <TextField
        label={text('series.field.title')}
        placeholder={text('series.field.titleExample')}
        error={errorOf('title')}
        value={form.title}
        maxLength={255}
        // eslint-disable-next-line jsx-a11y/no-autofocus -- the page was opened to write this
        autoFocus={focused}
        onChange={(event) => onChange({ title: event.currentTarget.value })}
      />

      <FormSection title={text('series.section.when')}>
        <div className="grid grid-cols-2 gap-3">
          <DateField label={text('series.field.start')} value={form.date} onChange={(date) => onChange({ date })} />
          {timed ? (
            <TimeField label={text('series.field.time')} value={form.time} onChange={(time) => time !== '' && onChange({ time })} />
          ) : (
            <p className="self-end pb-1.5 text-muted">{text('series.field.wholeDay')}</p>
          )}
        </div>
        {errorOf('start') !== undefined && <p className="text-small text-late">{errorOf('start')}</p>}
        <Switch
          label={text('series.field.allDay')}
          checked={!timed}
          onChange={(allDay) => onChange({ time: allDay ? '' : '09:00' })}
        />
        <ZoneField
          label={text('series.field.zone')}
          none={text('series.field.myZone', { place: placeOf(zone) })}
          value={form.zone}
          onChange={(chosen) => onChange({ zone: chosen })}
        />
      </FormSection>

      <FormSection title={text('series.section.repeats')}>
        <RuleBuilder
          rule={form.rule}
          date={form.date}
          timed={timed}
          error={errorOf('rule')}
          onChange={(rule) => onChange({ rule })}
        />
      </FormSection>

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
