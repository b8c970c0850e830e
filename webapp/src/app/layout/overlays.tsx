import { useQueryClient } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { Suspense } from 'react'
import { KeysMeanwhile } from '@/components/keys-meanwhile'
import { useHotkeys } from '@/hooks/use-hotkeys'
import { lazyPart } from '@/lib/lazy-part'
import { dropWaiting, rewriteWaiting, sendWaiting } from '../send-waiting'
import { closeOverlay, openOverlay, openQuickAdd, openSearch, takeSearch, typeAhead, useOverlay } from './overlay-store'

const QuickAdd = lazyPart(() => import('./quick-add'), 'QuickAdd')
const Palette = lazyPart(() => import('./palette'), 'Palette')
const OutboxDialog = lazyPart(() => import('@/features/outbox/components/outbox-dialog'), 'OutboxDialog')
const KeyHelp = lazyPart(() => import('./key-help'), 'KeyHelp')

/** Quick add, the command palette and the help on keys: from everywhere, by a key. */
export function Overlays() {
  const open = useOverlay()
  const client = useQueryClient()
  const navigate = useNavigate()
  useHotkeys({
    n: { does: 'keys.add', run: openQuickAdd },
    '/': {
      does: 'keys.search',
      run: () => {
        // Where the page does not come, or another was chosen meanwhile, keys are not held back for it.
        if (!openSearch()) void navigate({ to: '/tasks' }).finally(() => setTimeout(takeSearch, 1_000))
      },
    },
    'mod+k': { does: 'keys.palette', run: () => openOverlay('palette'), everywhere: true },
    '?': { does: 'keys.help', run: () => openOverlay('help') },
  })
  return (
    <Suspense fallback={<KeysMeanwhile onKey={typeAhead} onEscape={closeOverlay} />}>
      {open === 'quick-add' && <QuickAdd onClose={closeOverlay} />}
      {open === 'palette' && <Palette onClose={closeOverlay} />}
      {open === 'outbox' && (
        <OutboxDialog
          onClose={closeOverlay}
          onSend={() => void sendWaiting(client)}
          onDrop={(write) => void dropWaiting(client, write)}
          onRewrite={(write, line) => void rewriteWaiting(client, write, line)}
        />
      )}
      {open === 'search' && <KeysMeanwhile onKey={typeAhead} onEscape={closeOverlay} />}
      {open === 'help' && <KeyHelp onClose={closeOverlay} />}
    </Suspense>
  )
}
