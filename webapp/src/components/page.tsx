import type { ReactNode } from 'react'
import { useWaiting } from '@/hooks/use-waiting'
import { useText } from '@/lib/i18n'
import type { MessageId } from '@/lib/message-ids'

interface PageProps {
  title: MessageId
  /** One quiet line below the title. */
  lead?: ReactNode
  /** At the end of the title's line. */
  actions?: ReactNode
  /** As wide as there is room, for a calendar. */
  wide?: boolean
  children: ReactNode
}

/** A page: its title in the window and on the page, and its one column. */
export function Page({ title, lead, actions, wide = false, children }: PageProps) {
  const text = useText()
  const waiting = useWaiting()
  return (
    <main id="main" tabIndex={-1} data-wide={wide || undefined} className={`mx-auto flex w-full flex-col px-4 pt-5 pb-32 outline-none tablet:px-8 tablet:pt-10 ${wide ? 'max-w-page' : 'max-w-column'}`}>
      <title>{`${waiting > 0 ? `(${waiting}) ` : ''}${text(title)} · Punctual`}</title>
      <header className="mb-5 flex items-start justify-between gap-4">
        <div className="min-w-0">
          <h1 className="text-title font-strong tracking-tight">{text(title)}</h1>
          {lead !== undefined && <p className="text-muted">{lead}</p>}
        </div>
        {actions !== undefined && <div className="flex shrink-0 items-center gap-2 pt-1">{actions}</div>}
      </header>
      {children}
    </main>
  )
}
