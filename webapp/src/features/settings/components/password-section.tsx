import { useState } from 'react'
import { Problem } from '@/api/problem'
import { Button } from '@/components/button'
import { TextField } from '@/components/text-field'
import { useMe } from '@/hooks/use-me'
import { useText } from '@/lib/i18n'
import { sayProblem } from '@/lib/say-problem'
import { useSetPassword } from '../api/set-password'
import { SettingsSection } from './settings-section'

/** With what somebody signs in, beside links: set the first time, changed afterwards. */
export function PasswordSection() {
  const text = useText()
  const has = useMe()?.hasPassword === true
  const set = useSetPassword()
  const [current, setCurrent] = useState('')
  const [password, setPassword] = useState('')
  // A 401 here means that the password is another, not that the session has ended.
  const { error } = set
  const why = error === null ? undefined : error instanceof Problem && error.isSignedOut ? (error.detail ?? error.title) : sayProblem(error, text)

  return (
    <SettingsSection title={text('password.title')} what={text('password.what')}>
      <form
        className="grid items-start gap-4 p-4 tablet:grid-cols-2"
        onSubmit={(event) => {
          event.preventDefault()
          set.mutate(
            { current: has ? current : null, password },
            {
              onSuccess: () => {
                setCurrent('')
                setPassword('')
              },
            },
          )
        }}
      >
        {has && (
          <TextField
            label={text('password.current')}
            type="password"
            autoComplete="current-password"
            value={current}
            onChange={(event) => setCurrent(event.currentTarget.value)}
          />
        )}
        <TextField
          label={text('password.new')}
          type="password"
          autoComplete="new-password"
          maxLength={200}
          hint={text('password.rule')}
          error={why}
          value={password}
          onChange={(event) => setPassword(event.currentTarget.value)}
        />
        <div className="tablet:col-span-2">
          <Button type="submit" disabled={set.isPending || password === '' || (has && current === '')}>
            {text(has ? 'password.change' : 'password.set')}
          </Button>
        </div>
      </form>
    </SettingsSection>
  )
}
