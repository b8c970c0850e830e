import type { Task } from '@/api/types'
import { useText } from '@/lib/i18n'

interface TitleEditorProps {
  task: Task
  value: string
  onChange: (title: string) => void
  onDone: () => void
}

const LONGEST = 255

/** The title, as tall as it needs to be; Enter or leaving it saves. */
export function TitleEditor({ task, value, onChange, onDone }: TitleEditorProps) {
  const text = useText()
  return (
    <textarea
      aria-label={text('task.title')}
      dir="auto"
      rows={1}
      maxLength={LONGEST}
      value={value}
      onChange={(event) => onChange(event.target.value.replaceAll('\n', ' '))}
      onBlur={onDone}
      onKeyDown={(event) => {
        if (event.key !== 'Enter' || event.nativeEvent.isComposing) return
        event.preventDefault()
        onDone()
      }}
      className={`-mx-2 field-sizing-content resize-none rounded-small px-2 py-1 text-lead font-strong break-words transition-colors hover:bg-hover focus:bg-page ${task.status === 'completed' ? 'text-faint line-through' : ''}`}
    />
  )
}
