import { Dialog } from '@/components/dialog'
import { QuickAddLine } from '@/features/tasks/components/quick-add-line'
import { useText } from '@/lib/i18n'

/** One line to add a task, from everywhere. */
export function QuickAdd({ onClose }: { onClose: () => void }) {
  const text = useText()
  return (
    <Dialog title={text('quickAdd.open')} open onClose={onClose} wide>
      <QuickAddLine open onAdded={onClose} />
    </Dialog>
  )
}
