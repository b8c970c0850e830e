import { useState } from 'react'
import { Dialog } from '@/components/dialog'
import { QuickAddLine } from '@/features/tasks/components/quick-add-line'
import { appendDraft } from '@/lib/drafts'
import { useText } from '@/lib/i18n'
import { useTypedAhead } from './use-typed-ahead'

/** One line to add a task, from everywhere. */
export function QuickAdd({ onClose }: { onClose: () => void }) {
  const typed = useTypedAhead()
  return typed === null ? null : <OpenQuickAdd typed={typed} onClose={onClose} />
}

function OpenQuickAdd({ typed, onClose }: { typed: string; onClose: () => void }) {
  const text = useText()
  // Before the line reads what it begins with.
  useState(() => appendDraft('quick-add', typed))
  return (
    <Dialog title={text('quickAdd.open')} open onClose={onClose} wide>
      <QuickAddLine open onAdded={onClose} />
    </Dialog>
  )
}
