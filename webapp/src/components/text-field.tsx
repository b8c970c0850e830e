import { type ComponentProps, useId } from 'react'
import { fieldLooks, labelLooks } from './field'

interface Labelled {
  label: string
  /** One sentence on what belongs here. */
  hint?: string | undefined
  /** Why what stands here cannot be taken. */
  error?: string | undefined
}

type TextFieldProps = Labelled & Omit<ComponentProps<'input'>, 'className' | 'id'>
type TextAreaProps = Labelled & Omit<ComponentProps<'textarea'>, 'className' | 'id'>

export function TextField({ label, hint, error, ...props }: TextFieldProps) {
  const id = useId()
  return (
    <Frame id={id} label={label} hint={hint} error={error}>
      <input dir="auto" {...props} id={id} aria-invalid={error !== undefined} aria-describedby={`${id}-said`} className={fieldLooks} />
    </Frame>
  )
}

export function TextArea({ label, hint, error, rows = 4, ...props }: TextAreaProps) {
  const id = useId()
  return (
    <Frame id={id} label={label} hint={hint} error={error}>
      <textarea
        dir="auto"
        {...props}
        id={id}
        rows={rows}
        aria-invalid={error !== undefined}
        aria-describedby={`${id}-said`}
        className={`${fieldLooks} resize-y py-1`}
      />
    </Frame>
  )
}

function Frame({ id, label, hint, error, children }: Labelled & { id: string; children: React.ReactNode }) {
  return (
    <div className="flex min-w-0 flex-col gap-1">
      <label htmlFor={id} className={labelLooks}>
        {label}
      </label>
      {children}
      <p id={`${id}-said`} className={`text-small empty:hidden ${error === undefined ? 'text-faint' : 'text-late'}`}>
        {error ?? hint}
      </p>
    </div>
  )
}
