import { useQuery } from '@tanstack/react-query'
import { ProblemNotice } from '@/components/problem-notice'
import { SkeletonRows } from '@/components/skeleton-rows'
import { useText } from '@/lib/i18n'
import { taskOptions } from '../api/get-task'
import '../strings'
import { TaskDetail } from './task-detail'

/** One task in full, beside the page. */
export function TaskPanel({ id }: { id: string }) {
  const text = useText()
  const task = useQuery(taskOptions(id))
  if (task.data !== undefined) return <TaskDetail key={id} task={task.data} />
  return (
    <div className="p-4">
      {task.isPending ? (
        <SkeletonRows widths={['70%', '40%', '55%']} label={text('layout.loading')} />
      ) : (
        <ProblemNotice what={text('task.failed')} error={task.error} onRetry={() => void task.refetch()} />
      )}
    </div>
  )
}
