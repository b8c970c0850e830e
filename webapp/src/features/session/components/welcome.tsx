import type { ReactNode } from 'react'
import { Mark } from '@/components/mark'
import type { MessageId } from '@/lib/message-ids'
import { useText } from '@/lib/i18n'

/** A page for whoever is not in yet: one narrow column with one thing to do. */
export function Welcome({ title, lead, children }: { title: MessageId; lead?: string; children: ReactNode }) {
  const text = useText()
  return (
    <main className="mx-auto flex min-h-dvh max-w-narrow flex-col justify-center gap-5 px-6 py-12">
      <title>{`${text(title)} · Punctual`}</title>
      <div className="flex items-center gap-3">
        <Mark />
        <span className="text-lead font-strong tracking-tight">Punctual</span>
      </div>
      <div className="flex flex-col gap-1">
        <h1 className="text-title font-strong tracking-tight">{text(title)}</h1>
        {lead !== undefined && <p className="text-pretty text-muted">{lead}</p>}
      </div>
      {children}
    </main>
  )
}
