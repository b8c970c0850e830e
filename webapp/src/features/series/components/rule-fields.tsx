import { DateField, TimeField } from '@/components/date-field'
import { Switch } from '@/components/switch'
import { TextField } from '@/components/text-field'
import { ZoneField } from '@/components/zone-field'
import { useReader } from '@/hooks/use-reader'
import { placeOf } from '@/lib/say-due'
import type { SeriesForm } from '../lib/series-form'
import { FormSection } from './form-section'
import { RuleBuilder } from './rule-builder'

interface RuleFieldsProps {
  form: SeriesForm
  onChange: (change: Partial<SeriesForm>) => void
  /** Why a field cannot be as it is. */
  errorOf: (field: string) => string | undefined
  /** The title's field takes the focus. */
  focused: boolean
}

/** What comes, when, and how often. */
export function RuleFields({ form, onChange, errorOf, focused }: RuleFieldsProps) {
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
    </>
  )
}
