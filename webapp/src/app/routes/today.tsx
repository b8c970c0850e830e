import { Page } from '@/components/page'
import { QuickAddLine } from '@/features/tasks/components/quick-add-line'
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
      <QuickAddLine />
      <TaskList />
      <TaskScope />
    </Page>
  )
}
