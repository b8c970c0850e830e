import { type ReactNode, useId } from 'react'

interface SettingsSectionProps {
  title: string
  /** One sentence on what this is for. */
  what?: string
  /** At the end of the title's line, which has room for it before it is there. */
  action?: ReactNode
  children: ReactNode
}

/** A group of settings on a card. */
export function SettingsSection({ title, what, action, children }: SettingsSectionProps) {
  const id = useId()
  return (
    <section aria-labelledby={id} className="flex flex-col gap-3">
      <div>
        {/* As high as its action, which may come later. */}
        <div className={`flex items-center justify-between gap-4 ${action === undefined ? '' : 'min-h-8 pointer-coarse:min-h-11'}`}>
          <h2 id={id} className="min-w-0 text-lead font-strong">
            {title}
          </h2>
          {action !== undefined && <div className="shrink-0">{action}</div>}
        </div>
        {what !== undefined && <p className="mt-0.5 text-small text-pretty text-muted">{what}</p>}
      </div>
      <div className="rounded-card border border-line bg-surface shadow-card">{children}</div>
    </section>
  )
}

/** One sentence in place of a list that is empty; as high as a row, and as what was there while it was loaded. */
export function EmptyLine({ children }: { children: ReactNode }) {
  return <p className="flex min-h-15 items-center px-4 py-2 text-muted">{children}</p>
}

/** The shape of a list that is on its way. */
export function LoadingLine({ label }: { label: string }) {
  return (
    <div role="status" aria-label={label} className="flex min-h-15 items-center px-4">
      <span className="h-3 w-2/5 rounded-full bg-line" />
    </div>
  )
}
