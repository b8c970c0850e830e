import { useEffect, useState } from 'react'
import { Button } from '@/components/button'
import { TextField } from '@/components/text-field'
import { useText } from '@/lib/i18n'
import { holdWrite } from '@/lib/outbox'

const LONGEST_LINE = 2_000

interface LineFormProps {
  /** The write's number: it is held back while the line is open. */
  id: number
  line: string
  onSave: (line: string) => void
  onCancel: () => void
}

/** A line that waits, to be written anew. */
export function LineForm({ id, line, onSave, onCancel }: LineFormProps) {
  const text = useText()
  const [written, setWritten] = useState(line)
  const wanted = written.trim()
  useEffect(() => holdWrite(id), [id])
  return (
    <form
      className="flex flex-col gap-2"
      onSubmit={(event) => {
        event.preventDefault()
        if (wanted === '') return
        if (wanted === line) onCancel()
        else onSave(wanted)
      }}
    >
      <TextField
        label={text('outbox.line')}
        hint={text('outbox.lineHint')}
        // eslint-disable-next-line jsx-a11y/no-autofocus -- it was opened to be written into
        autoFocus
        autoComplete="off"
        maxLength={LONGEST_LINE}
        value={written}
        onChange={(event) => setWritten(event.currentTarget.value)}
        onKeyDown={(event) => {
          if (event.key !== 'Escape') return
          event.stopPropagation() // the line is closed, not what it is in
          onCancel()
        }}
      />
      <div className="flex gap-1">
        <Button type="submit" disabled={wanted === ''}>
          {text('action.save')}
        </Button>
        <Button look="quiet" onClick={onCancel}>
          {text('action.cancel')}
        </Button>
      </div>
    </form>
  )
}
