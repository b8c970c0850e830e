import { Button } from '@/components/button'
import { Dialog } from '@/components/dialog'
import { useText } from '@/lib/i18n'
import { useOutbox } from '@/lib/outbox'
import '../strings'
import { KeptChange, type KeptChangeProps } from './kept-change'

/** What was done and is not at the gateway yet: what waits for a connection, and what was not taken, with its reason. */
export function OutboxDialog({ onClose, ...ways }: Omit<KeptChangeProps, 'write'> & { onClose: () => void }) {
  const text = useText()
  const outbox = useOutbox()
  const refusedFirst = [...outbox].sort((a, b) => Number(b.refused !== null) - Number(a.refused !== null) || a.id - b.id)
  return (
    <Dialog
      title={text('outbox.title')}
      open
      onClose={onClose}
      actions={
        outbox.length > 0 && (
          <Button look="primary" onClick={ways.onSend}>
            {text('outbox.send')}
          </Button>
        )
      }
    >
      {outbox.length === 0 ? (
        <p className="text-muted">{text('outbox.empty')}</p>
      ) : (
        <ul className="flex flex-col divide-y divide-line">
          {refusedFirst.map((write) => (
            <KeptChange key={write.id} write={write} {...ways} />
          ))}
        </ul>
      )}
    </Dialog>
  )
}
