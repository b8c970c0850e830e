import { useInfiniteQuery, useQuery } from '@tanstack/react-query'
import { ListChecks, SearchX } from 'lucide-react'
import { useCallback, useMemo, useState } from 'react'
import { Problem } from '@/api/problem'
import { Button } from '@/components/button'
import { EmptyState } from '@/components/empty-state'
import { ProblemNotice } from '@/components/problem-notice'
import { Select } from '@/components/select'
import { SkeletonRows } from '@/components/skeleton-rows'
import { useSettled } from '@/hooks/use-settled'
import { useText } from '@/lib/i18n'
import { countOptions, type TaskSearch as Search, tasksOptions } from '../api/get-tasks'
import { clearSelection, useSelection } from '../lib/selection'
import { allTasks } from '../lib/task-cache'
import { FilterChips } from './filter-chips'
import { SavedFilters } from './saved-filters'
import { TaskScope } from './task-scope'
import { TaskSearch } from './task-search'
import { VirtualTasks } from './virtual-tasks'

const SORTS = ['due', 'priority', '-created', '-updated', 'title'] as const

interface TaskFinderProps {
  search: Search
  onChange: (search: Search) => void
}

/** Every task: found by a query, sorted, changed one by one or many at once. */
export function TaskFinder({ search: { q, sort }, onChange }: TaskFinderProps) {
  const text = useText()
  const [choosing, setChoosing] = useState(false)
  const selected = useSelection()
  // What is typed shows at once; the list follows when the typing pauses.
  const settled = useSettled(q)
  const tasks = useInfiniteQuery(tasksOptions({ q: settled.trim(), sort }))
  const { data: found } = useQuery({ ...countOptions(settled.trim()), retry: false })
  const shown = useMemo(() => allTasks(tasks.data), [tasks.data])
  const { hasNextPage, isFetchingNextPage, fetchNextPage } = tasks
  const more = useCallback(() => {
    if (hasNextPage && !isFetchingNextPage) void fetchNextPage()
  }, [hasNextPage, isFetchingNextPage, fetchNextPage])

  const setQuery = (query: string) => onChange({ q: query, sort })
  const mistake = tasks.error instanceof Problem && tasks.error.code.startsWith('query-') ? tasks.error : null
  const count = found?.count ?? (hasNextPage ? null : shown.length)

  return (
    <>
      <TaskSearch value={q} onChange={setQuery} mistake={mistake && { message: mistake.message, position: mistake.position }} />
      <FilterChips query={q} onChange={setQuery} />
      <SavedFilters search={{ q, sort }} onChange={onChange} />
      <div className="mt-3 mb-2 flex min-h-9 items-center justify-between gap-4">
        <p role="status" className="text-small text-muted tabular-nums">
          {count !== null && mistake === null && text('search.count', { count })}
        </p>
        <div className="flex items-center gap-2">
          <Button
            aria-pressed={choosing || selected.size > 0}
            look="quiet"
            onClick={() => {
              setChoosing(!(choosing || selected.size > 0))
              clearSelection()
            }}
          >
            {text(choosing || selected.size > 0 ? 'bulk.stop' : 'bulk.start')}
          </Button>
          <div className="w-36">
            <Select
              quiet
              label={text('sort.label')}
              value={sort}
              onChange={(next) => onChange({ q, sort: next })}
              choices={SORTS.map((value) => ({ value, name: text(sortNames[value]) }))}
            />
          </div>
        </div>
      </div>
      {tasks.isPending ? (
        <SkeletonRows widths={['46%', '62%', '38%', '54%', '30%', '58%', '41%']} label={text('tasks.loading')} />
      ) : tasks.data === undefined ? (
        mistake === null && <ProblemNotice what={text('tasks.failed')} error={tasks.error} onRetry={() => void tasks.refetch()} />
      ) : shown.length === 0 ? (
        <None filtered={settled.trim() !== ''} onAll={() => setQuery('')} />
      ) : (
        <VirtualTasks tasks={shown} choosing={choosing || selected.size > 0} onNearEnd={more} />
      )}
      <TaskScope {...(count !== null && settled.trim() !== '' && { search: { q: settled.trim(), count } })} />
    </>
  )
}

const sortNames = {
  due: 'sort.due',
  priority: 'sort.priority',
  '-created': 'sort.created',
  '-updated': 'sort.updated',
  title: 'sort.title',
} as const

function None({ filtered, onAll }: { filtered: boolean; onAll: () => void }) {
  const text = useText()
  return filtered ? (
    <EmptyState icon={SearchX} title={text('search.none')} what={text('search.none.what')} action={<Button onClick={onAll}>{text('search.all')}</Button>} />
  ) : (
    <EmptyState icon={ListChecks} title={text('tasks.empty.title')} what={text('search.empty')} />
  )
}
