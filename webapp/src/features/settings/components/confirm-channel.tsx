import { useState } from 'react'
import { Button } from '@/components/button'
import { TextField } from '@/components/text-field'
import { useText } from '@/lib/i18n'
import { sayProblem } from '@/lib/say-problem'
import { useConfirmChannel } from '../api/confirm-channel'
import type { Channel } from '../api/types'

/** Takes the code that was sent to an address. */
export function ConfirmChannel({ channel }: { channel: Channel }) {
  const text = useText()
  const [code, setCode] = useState('')
  const confirm = useConfirmChannel()
  return (
    <form
      noValidate
      className="flex items-end gap-2 ps-7.5 pe-2"
      onSubmit={(event) => {
        event.preventDefault()
        confirm.mutate({ channel, code: code.trim() })
      }}
    >
      <TextField
        label={text('channels.code', { target: channel.target })}
        error={confirm.error === null ? undefined : sayProblem(confirm.error, text)}
        value={code}
        autoComplete="one-time-code"
        autoCapitalize="characters"
        spellCheck={false}
        onChange={(event) => setCode(event.currentTarget.value)}
      />
      <Button type="submit" look="primary" disabled={confirm.isPending || code.trim() === ''}>
        {text('channels.confirm')}
      </Button>
    </form>
  )
}
