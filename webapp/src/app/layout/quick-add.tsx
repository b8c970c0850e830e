import { useState } from 'react'
import { Dialog } from '@/components/dialog'
import { QuickAddLine } from '@/features/tasks/components/quick-add-line'
import { appendDraft } from '@/lib/drafts'
import { useText } from '@/lib/i18n'
import { takeTyped } from './overlay-store'

/** One line to add a task, from everywhere. */
export function QuickAdd({ onClose }: { onClose: () => void }) {
  const text = useText()
  // Before the line reads what it begins with.
  useState(() => appendDraft('quick-add', takeTyped()))
  return (
    <Dialog title={text('quickAdd.open')} open onClose={onClose} wide>
      <QuickAddLine open onAdded={onClose} />
    </Dialog>
  )
}
