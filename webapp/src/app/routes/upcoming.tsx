import { CalendarDays, List } from 'lucide-react'
import { useState } from 'react'
import { IconButton } from '@/components/icon-button'
import { Page } from '@/components/page'
import { TaskScope } from '@/features/tasks/components/task-scope'
import { UpcomingView } from '@/features/tasks/components/upcoming-view'
import '@/features/tasks/strings'
import { useText } from '@/lib/i18n'

/** What comes, day by day. */
export function Upcoming() {
  const text = useText()
  const [view, setView] = useState<'agenda' | 'month'>('agenda')
  return (
    <Page
      title="place.upcoming"
      actions={
        <>
          <IconButton label={text('upcoming.agenda')} icon={List} aria-pressed={view === 'agenda'} onClick={() => setView('agenda')} />
          <IconButton label={text('upcoming.month')} icon={CalendarDays} aria-pressed={view === 'month'} onClick={() => setView('month')} />
        </>
      }
      wide={view === 'month'}
    >
      <UpcomingView key={view} view={view} />
      <TaskScope />
    </Page>
  )
}
