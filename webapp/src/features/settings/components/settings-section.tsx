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
        <div className={`flex items-center justify-between gap-4 ${action === undefined ? '' : 'min-h-8 pointer-coarse:min-h-11'}`}>
          <h2 id={id} className="min-w-0 text-lead font-strong">
            {title}
          </h2>
          {action !== undefined && <div className="shrink-0">{action}</div>}
        </div>
        {what !== undefined && <p className="mt-0.5 text-small text-pretty text-muted">{what}</p>}
      </div>
      {/* As high as its shortest sentence from the first moment on: what comes moves nothing. */}
      <div className="flex min-h-17.5 flex-col justify-center rounded-card border border-line bg-surface shadow-card">{children}</div>
    </section>
  )
}
