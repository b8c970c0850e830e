import { type ReactNode, useId } from 'react'

/** Fields that belong together, under their name. */
export function FormSection({ title, children }: { title: string; children: ReactNode }) {
  const id = useId()
  return (
    <section aria-labelledby={id} className="flex flex-col gap-3 border-t border-line pt-5">
      <h2 id={id} className="font-strong">
        {title}
      </h2>
      {children}
    </section>
  )
}
