import { Page } from '@/components/page'
import { AddTaskLine } from '@/features/tasks/components/add-task-line'
import { TaskList } from '@/features/tasks/components/task-list'
import { TaskScope } from '@/features/tasks/components/task-scope'
import { useReader } from '@/hooks/use-reader'
import { format, placeOf } from '@/lib/say-due'

/** What now, what next, what did I miss. */
export function Today() {
  const { now, zone, locale } = useReader()
  const day = format(now, { weekday: 'long', day: 'numeric', month: 'long' }, zone, locale)
  return (
    <Page
      title="place.today"
      lead={
        <>
          {day} <span className="text-faint">· {placeOf(zone)}</span>
        </>
      }
    >
      <AddTaskLine />
      <TaskList />
      <TaskScope />
    </Page>
  )
}
