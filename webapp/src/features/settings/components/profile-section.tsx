import { useState } from 'react'
import { Button } from '@/components/button'
import { TextField } from '@/components/text-field'
import { ZoneField } from '@/components/zone-field'
import { useMe } from '@/hooks/use-me'
import { useReader } from '@/hooks/use-reader'
import { placeOf } from '@/lib/say-due'
import { sayProblem } from '@/lib/say-problem'
import { useEditMe } from '../api/edit-me'
import { DayFields } from './day-fields'
import { SettingsSection } from './settings-section'

/** Who somebody is, where, and how their days and weeks go. */
export function ProfileSection() {
  const { text, zone } = useReader()
  const me = useMe()
  const edit = useEditMe()
  const rename = useEditMe({ quiet: true })
  const [name, setName] = useState(me?.name ?? '')
  const here = Intl.DateTimeFormat().resolvedOptions().timeZone

  return (
    <SettingsSection title={text('settings.profile')}>
      <div className="flex flex-col gap-4 p-4">
        <TextField
          label={text('settings.name')}
          value={name}
          maxLength={100}
          autoComplete="name"
          error={rename.error === null ? undefined : sayProblem(rename.error, text)}
          onChange={(event) => {
            rename.reset()
            setName(event.currentTarget.value)
          }}
          onBlur={() => {
            if (name.trim() !== '' && name.trim() !== me?.name && rename.error === null) rename.mutate({ name: name.trim() })
          }}
        />
        <div className="flex flex-col items-start gap-2">
          <div className="w-full">
            <ZoneField
              label={text('settings.zone')}
              value={zone}
              onChange={(chosen) => chosen !== null && chosen !== zone && edit.mutate({ zone: chosen })}
            />
          </div>
          <p className="text-small text-faint">{text('settings.zoneWhat')}</p>
          {here !== zone && (
            <span className="-ms-3">
              <Button look="quiet" onClick={() => edit.mutate({ zone: here })}>
                {text('settings.zoneHere', { place: placeOf(here) })}
              </Button>
            </span>
          )}
        </div>
        {me !== undefined && <DayFields workingHours={me.workingHours} evening={me.evening} weekStart={me.weekStart} />}
      </div>
    </SettingsSection>
  )
}
