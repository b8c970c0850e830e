import { useQueryClient } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { undoChange } from '@/api/client'
import type { Task } from '@/api/types'
import { Button } from '@/components/button'
import { useReader } from '@/hooks/use-reader'
import { sayDue } from '@/lib/say-due'
import { sayProblem } from '@/lib/say-problem'
import { showToast } from '@/lib/toasts'
import { confirm, dismiss, markUndone, speak, type Turn } from '../lib/turns'

/** What was said, what came of it, and what can be done about that. */
export function TurnView({ turn }: { turn: Turn }) {
  const { text } = useReader()
  const client = useQueryClient()
  const { reply, after } = turn

  const undo = async (changeId: string) => {
    try {
      await undoChange(changeId)
      markUndone(turn)
      await client.invalidateQueries()
    } catch (error) {
      showToast({ about: changeId, text: text('undo.refused', { reason: sayProblem(error, text) }) })
    }
  }

  return (
    <li className="flex flex-col gap-2">
      {turn.said !== '' && (
        <p dir="auto" className="ms-8 self-end rounded-card bg-accent-soft px-3 py-2 break-words whitespace-pre-wrap">
          <span className="sr-only">{text('chat.you')} </span>
          {turn.said}
        </p>
      )}
      {turn.state === 'running' && turn.heard === '' && (
        <p className="text-small text-faint">{turn.tool === null ? text('chat.thinks') : text('chat.tool', { tool: turn.tool.replaceAll('-', ' ') })}</p>
      )}
      {turn.heard !== '' && (
        <p dir="auto" className="me-4 break-words whitespace-pre-wrap">
          {turn.heard}
        </p>
      )}
      {turn.state === 'cancelled' && <p className="text-small text-faint">{text('chat.cancelled')}</p>}
      {turn.state === 'failed' && (
        <div role="alert" className="flex flex-col items-start gap-2 text-small text-late">
          {text('chat.failed', { reason: sayProblem(turn.error, text) })}
          {turn.said !== '' && <Button onClick={() => void speak(turn.said)}>{text('action.retry')}</Button>}
        </div>
      )}
      {reply?.tasks != null && reply.tasks.length > 0 && <TaskCards tasks={reply.tasks} />}
      {reply?.choices != null && reply.choices.length > 0 && (
        <ul aria-label={text('chat.choices')} className="flex flex-wrap gap-2">
          {reply.choices.map((choice) => (
            <li key={choice}>
              <Button onClick={() => void speak(choice)}>{choice}</Button>
            </li>
          ))}
        </ul>
      )}
      {reply?.plan != null && <PlanCard turn={turn} onConfirm={() => void confirm(turn)} onDismiss={() => dismiss(turn)} />}
      {reply?.changeId != null && (
        <div>
          {after === 'undone' ? (
            <p className="text-small text-faint">{text('chat.undone')}</p>
          ) : (
            <Button look="quiet" onClick={() => void undo(reply.changeId ?? '')}>
              {text('action.undo')}
            </Button>
          )}
        </div>
      )}
    </li>
  )
}

function PlanCard({ turn, onConfirm, onDismiss }: { turn: Turn; onConfirm: () => void; onDismiss: () => void }) {
  const { text } = useReader()
  const plan = turn.reply?.plan
  if (plan == null) return null
  return (
    <section aria-label={text('chat.plan')} className="flex flex-col gap-3 rounded-card border border-line bg-page p-3">
      <p className="text-small font-strong">{text('chat.plan.title', { count: plan.items.length })}</p>
      <ul className="flex max-h-48 flex-col gap-1 overflow-y-auto text-small">
        {plan.items.map(({ id, title }) => (
          <li key={id} dir="auto" className="truncate">
            {title}
          </li>
        ))}
      </ul>
      {turn.after === null ? (
        <div className="flex gap-2">
          <Button look="primary" onClick={onConfirm}>
            {text('chat.confirm')}
          </Button>
          <Button onClick={onDismiss}>{text('chat.dismiss')}</Button>
        </div>
      ) : (
        <p className="text-small text-faint">{text(turn.after === 'dismissed' ? 'chat.dismissed' : 'chat.confirmed')}</p>
      )}
    </section>
  )
}

function TaskCards({ tasks }: { tasks: readonly Task[] }) {
  const reader = useReader()
  return (
    <ul className="divide-y divide-line rounded-card border border-line">
      {tasks.map((task) => {
        const open = task.status === 'pending' || task.status === 'active'
        return (
          <li key={task.id}>
            <Link to="." search={(before) => ({ ...before, chat: undefined, task: task.id })} className="flex min-h-row items-center gap-2 px-3 py-1 text-small hover:bg-hover">
              <span dir="auto" className={`min-w-0 grow truncate ${open ? '' : 'text-faint line-through'}`}>
                {task.title}
              </span>
              {task.due !== null && <span className="shrink-0 text-muted">{sayDue(task.due, open, reader).words}</span>}
            </Link>
          </li>
        )
      })}
    </ul>
  )
}
