import { useQuery } from '@tanstack/react-query'
import { ProblemNotice } from '@/components/problem-notice'
import { SkeletonRows } from '@/components/skeleton-rows'
import { useText } from '@/lib/i18n'
import { taskOptions } from '../api/get-task'

/** One task in full. */
export function TaskPanel({ id }: { id: string }) {
  const text = useText()
  const task = useQuery(taskOptions(id))
  if (task.data !== undefined) {
    return (
      <div className="flex flex-col gap-4 p-4" dir="auto">
        <p className="text-lead font-strong">{task.data.title}</p>
        <p className="whitespace-pre-wrap text-muted">{task.data.notes}</p>
      </div>
    )
  }
  if (task.isPending) return <SkeletonRows widths={['70%', '40%']} label={text('layout.loading')} />
  return <ProblemNotice what={text('tasks.failed')} error={task.error} onRetry={() => void task.refetch()} />
}
