import { Dialog } from '@/components/dialog'
import { useText } from '@/lib/i18n'
import { type Hotkeys, useAllHotkeys } from '@/lib/hotkeys'

/** Every key that acts here, as it was registered. */
export function KeyHelp({ onClose }: { onClose: () => void }) {
  const text = useText()
  const keys = useAllHotkeys()
  return (
    <Dialog title={text('keys.title')} open onClose={onClose} wide>
      <dl className="grid gap-x-10 tablet:grid-cols-2">
        {inOrder(keys).map(([name, { does }]) => (
          <div key={name} className="flex min-h-8 items-center justify-between gap-4 border-b border-line">
            <dt className="text-small">{text(does)}</dt>
            <dd className="flex gap-1">
              {name.split(/[ +]/).map((part) => (
                <kbd key={part} className="min-w-6 rounded-small border border-line-strong bg-page px-1.5 text-center font-sans text-small text-muted">
                  {part === 'mod' ? text('keys.mod') : part}
                </kbd>
              ))}
            </dd>
          </div>
        ))}
      </dl>
    </Dialog>
  )
}

/** Single keys first, those after another last. */
function inOrder(keys: Hotkeys): [string, Hotkeys[string]][] {
  const rank = (name: string) => (name.includes(' ') ? 2 : name.length > 1 ? 1 : 0)
  return Object.entries(keys).sort(([a], [b]) => rank(a) - rank(b) || a.localeCompare(b))
}
