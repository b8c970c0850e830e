import { Button } from './button'
import { useText } from '@/lib/i18n'
import { sayProblem } from '@/lib/say-problem'

interface ProblemNoticeProps {
  /** What could not be done. */
  what: string
  error: unknown
  onRetry: () => void
}

/** In place of what could not be shown: what happened, why, and the way on. */
export function ProblemNotice({ what, error, onRetry }: ProblemNoticeProps) {
  const text = useText()
  return (
    <div role="alert" className="flex flex-col items-start gap-3 rounded-card border border-line bg-surface p-4">
      <p>
        <strong className="font-strong">{what}</strong> <span className="text-muted">{sayProblem(error, text)}</span>
      </p>
      <Button onClick={onRetry}>{text('action.retry')}</Button>
    </div>
  )
}
