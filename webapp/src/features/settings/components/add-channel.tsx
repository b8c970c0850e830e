import { useState } from 'react'
import { Problem } from '@/api/problem'
import { Button } from '@/components/button'
import { Dialog } from '@/components/dialog'
import { TextField } from '@/components/text-field'
import { useText } from '@/lib/i18n'
import { sayProblem } from '@/lib/say-problem'
import { useAddChannel } from '../api/add-channel'
import type { Channel } from '../api/types'

interface AddChannelProps {
  kind: 'email' | 'webhook'
  onClose: () => void
  onAdded: (channel: Channel) => void
}

/** Asks where reminders are to go. */
export function AddChannel({ kind, onClose, onAdded }: AddChannelProps) {
  const text = useText()
  const add = useAddChannel()
  const [name, setName] = useState('')
  const [target, setTarget] = useState('')
  const refusal = add.error instanceof Problem ? add.error.errors.find(({ field }) => field === 'target')?.message : undefined

  const save = () =>
    add.mutate(
      { kind, target: target.trim(), name: name.trim() === '' ? null : name.trim() },
      { onSuccess: onAdded },
    )

  return (
    <Dialog
      open
      onClose={onClose}
      title={text(`channels.new.${kind}`)}
      actions={
        <>
          <Button onClick={onClose}>{text('action.cancel')}</Button>
          <Button look="primary" type="submit" form="add-channel" disabled={add.isPending || target.trim() === ''}>
            {text('channels.add')}
          </Button>
        </>
      }
    >
      <form
        id="add-channel"
        noValidate
        className="flex flex-col gap-4"
        onSubmit={(event) => {
          event.preventDefault()
          save()
        }}
      >
        <TextField
          label={text(`channels.target.${kind}`)}
          hint={text(`channels.targetHint.${kind}`)}
          error={add.error === null ? undefined : (refusal ?? sayProblem(add.error, text))}
          type={kind === 'email' ? 'email' : 'url'}
          autoComplete={kind === 'email' ? 'email' : 'off'}
          value={target}
          onChange={(event) => setTarget(event.currentTarget.value)}
        />
        <TextField
          label={text('channels.name')}
          hint={text('channels.nameHint')}
          value={name}
          maxLength={80}
          onChange={(event) => setName(event.currentTarget.value)}
        />
      </form>
    </Dialog>
  )
}
