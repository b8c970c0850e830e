import { Suspense, useEffect } from 'react'
import { lazyPart } from '@/lib/lazy-part'
import { clearSelection, useSelection } from '../lib/selection'
import { useQuickEditing } from '../lib/quick-edit'

const QuickEdit = lazyPart(() => import('./quick-edit'), 'QuickEdit')
const BulkBar = lazyPart(() => import('./bulk-bar'), 'BulkBar')

/** What a page with tasks opens on intent: the small dialogs, and the bar of what is selected. */
export function TaskScope({ search }: { search?: { q: string; count: number } }) {
  const editing = useQuickEditing()
  const selected = useSelection()
  useEffect(() => clearSelection, [])
  return (
    <Suspense fallback={null}>
      {editing !== null && <QuickEdit editing={editing} />}
      {selected.size > 0 && <BulkBar {...(search && { search })} />}
    </Suspense>
  )
}
