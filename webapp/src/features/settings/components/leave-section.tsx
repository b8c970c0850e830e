import { useState } from 'react'
import { Problem } from '@/api/problem'
import { Button } from '@/components/button'
import { Dialog } from '@/components/dialog'
import { TextField } from '@/components/text-field'
import { useMe } from '@/hooks/use-me'
import { useText } from '@/lib/i18n'
import { sayProblem } from '@/lib/say-problem'
import { useLeave } from '../api/leave'
import { SettingsSection } from './settings-section'

/** Going for good: it cannot be undone, so it asks, and is not done by a click alone. */
export function LeaveSection() {
  const text = useText()
  const [open, setOpen] = useState(false)
  return (
    <SettingsSection title={text('leave.title')}>
      <div className="flex flex-col items-start gap-3 p-4 tablet:flex-row tablet:items-center tablet:justify-between">
        <p className="min-w-0 text-pretty text-muted">{text('leave.what')}</p>
        <Button onClick={() => setOpen(true)}>{text('leave.open')}</Button>
      </div>
      {open && <LeaveDialog onClose={() => setOpen(false)} />}
    </SettingsSection>
  )
}

function LeaveDialog({ onClose }: { onClose: () => void }) {
  const text = useText()
  const me = useMe()
  const leave = useLeave()
  const [typed, setTyped] = useState('')
  const [password, setPassword] = useState('')
  const name = me?.name ?? ''
  const asksPassword = me?.hasPassword === true
  // A 401 here means that the password is another, not that the session has ended.
  const { error } = leave
  const why = error === null ? undefined : error instanceof Problem && error.isSignedOut ? (error.detail ?? error.title) : sayProblem(error, text)
  const isMeant = typed.trim() === name.trim() && (!asksPassword || password !== '')

  return (
    <Dialog
      title={text('leave.open')}
      open
      grave
      onClose={onClose}
      actions={
        <>
          <Button onClick={onClose}>{text('action.cancel')}</Button>
          <Button type="submit" form="leave" look="grave" disabled={!isMeant || leave.isPending}>
            {text('leave.do')}
          </Button>
        </>
      }
    >
      <form
        id="leave"
        className="flex flex-col gap-4"
        onSubmit={(event) => {
          event.preventDefault()
          if (isMeant) leave.mutate(asksPassword ? password : null)
        }}
      >
        <p className="text-pretty">{text('leave.sure')}</p>
        <TextField label={text('leave.type', { name })} autoComplete="off" value={typed} onChange={(event) => setTyped(event.currentTarget.value)} error={asksPassword ? undefined : why} />
        {asksPassword && (
          <TextField
            label={text('password.current')}
            type="password"
            autoComplete="current-password"
            value={password}
            onChange={(event) => setPassword(event.currentTarget.value)}
            error={why}
          />
        )}
      </form>
    </Dialog>
  )
}
