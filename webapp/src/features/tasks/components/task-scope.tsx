import { Suspense, useEffect } from 'react'
import { KeysMeanwhile } from '@/components/keys-meanwhile'
import { lazyPart } from '@/lib/lazy-part'
import { clearSelection, useSelection } from '../lib/selection'
import { quickEdit, useQuickEditing } from '../lib/quick-edit'

const QuickEdit = lazyPart(() => import('./quick-edit'), 'QuickEdit')
const BulkBar = lazyPart(() => import('./bulk-bar'), 'BulkBar')

const close = () => quickEdit(null)

/** What a page with tasks opens on intent: the small dialogs, and the bar of what is selected. */
export function TaskScope({ search }: { search?: { q: string; count: number } }) {
  const editing = useQuickEditing()
  const selected = useSelection()
  useEffect(() => clearSelection, [])
  return (
    <>
      <Suspense fallback={<KeysMeanwhile onEscape={close} />}>{editing !== null && <QuickEdit editing={editing} />}</Suspense>
      <Suspense fallback={null}>{selected.size > 0 && <BulkBar {...(search && { search })} />}</Suspense>
    </>
  )
}
