import type { Scope } from '@/api/types'
import { Button } from '@/components/button'
import { Dialog } from '@/components/dialog'
import { useText } from '@/lib/i18n'

interface MoveScopeProps {
  title: string
  /** Where it goes, as people say it. */
  to: string
  onChoose: (scope: Scope) => void
  onClose: () => void
}

const SCOPES = ['this', 'following', 'all'] as const

/** One of a series was moved: only this one, it and those that follow, or all. */
export function MoveScope({ title, to, onChoose, onClose }: MoveScopeProps) {
  const text = useText()
  return (
    <Dialog title={text('upcoming.scope.title', { title, to })} open onClose={onClose}>
      <div className="flex flex-col gap-2">
        {SCOPES.map((scope) => (
          <Button key={scope} look={scope === 'this' ? 'primary' : 'plain'} onClick={() => onChoose(scope)}>
            {text(`upcoming.scope.${scope}`)}
          </Button>
        ))}
      </div>
    </Dialog>
  )
}
