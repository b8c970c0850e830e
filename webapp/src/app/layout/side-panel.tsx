import { useNavigate, useSearch } from '@tanstack/react-router'
import { X } from 'lucide-react'
import { Suspense, useEffect, useRef } from 'react'
import { IconButton } from '@/components/icon-button'
import { useHotkeys } from '@/hooks/use-hotkeys'
import { useText } from '@/lib/i18n'
import { panelNames, panels, withoutPanel } from './panels'

/**
 * What lies beside the page: named in the address (`?task=<id>`), so that it is there after a reload and the way back closes
 * it. Beside the page where there is room, over it where there is none.
 */
export function SidePanel() {
  const search = useSearch({ strict: false })
  const name = panelNames.find((one) => search[one] !== undefined)
  const key = name === undefined ? '' : `${name}:${String(search[name])}`
  return name === undefined ? null : <OpenPanel key={key} name={name} id={String(search[name])} />
}

function OpenPanel({ name, id }: { name: (typeof panelNames)[number]; id: string }) {
  const text = useText()
  const navigate = useNavigate()
  const opener = useRef(document.activeElement)
  const panel = useRef<HTMLElement>(null)
  const { title, Content } = panels[name]
  const close = () => void navigate({ to: '.', search: withoutPanel, resetScroll: false })
  useHotkeys({
    Escape: {
      does: 'keys.closePanel',
      everywhere: true,
      run: () => {
        // Leaving a field saves what is in it.
        panel.current?.focus()
        close()
      },
    },
  })

  // The focus comes here, and goes back to what opened it.
  useEffect(() => {
    const before = opener.current
    panel.current?.focus({ preventScroll: true })
    return () => {
      if (before instanceof HTMLElement && before.isConnected) before.focus()
    }
  }, [])

  return (
    <aside
      ref={panel}
      tabIndex={-1}
      aria-label={text(title)}
      className="fixed inset-0 z-30 flex animate-arrive flex-col border-line bg-surface outline-none tablet:start-auto tablet:w-panel tablet:border-s tablet:shadow-overlay panel:shadow-none"
    >
      <div className="flex min-h-12 items-center justify-between border-b border-line ps-4 pe-2">
        <h2 className="text-small font-strong text-muted">{text(title)}</h2>
        <IconButton label={text('action.close')} icon={X} onClick={close} />
      </div>
      <Suspense fallback={null}>
        <Content id={id} />
      </Suspense>
    </aside>
  )
}
