import { useInfiniteQuery, useQuery } from '@tanstack/react-query'
import { ListChecks, SearchX } from 'lucide-react'
import { memo, useCallback, useDeferredValue, useMemo, useState } from 'react'
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
  /** Somebody came here to search. */
  asked?: boolean
  onChange: (change: (before: Search) => Search) => void
}

/** Every task: found by a query, sorted, changed one by one or many at once. */
export function TaskFinder({ search: { q, sort }, asked = false, onChange }: TaskFinderProps) {
  const text = useText()
  const [choosing, setChoosing] = useState(false)
  const selected = useSelection()
  // What is typed shows at once; the list follows when the typing pauses.
  const settled = useSettled(q)
  const tasks = useInfiniteQuery(tasksOptions({ q: settled.trim(), sort }))
  const { data: found } = useQuery({ ...countOptions(settled.trim()), retry: false })
  // Drawn between two keys, never before one: what is typed goes first.
  const data = useDeferredValue(tasks.data)
  const shown = useMemo(() => allTasks(data), [data])
  const { hasNextPage, isFetchingNextPage, fetchNextPage } = tasks
  const more = useCallback(() => {
    if (hasNextPage && !isFetchingNextPage) void fetchNextPage()
  }, [hasNextPage, isFetchingNextPage, fetchNextPage])

  const setQuery = (q: string) => onChange((before) => ({ ...before, q }))
  const setSort = useCallback((sort: string) => onChange((before) => ({ ...before, sort })), [onChange])
  const mistake = tasks.error instanceof Problem && tasks.error.code.startsWith('query-') ? tasks.error : null
  const count = found?.count ?? (hasNextPage ? null : shown.length)

  return (
    <>
      <TaskSearch value={q} asked={asked} onChange={setQuery} mistake={mistake && { message: mistake.message, position: mistake.position }} />
      <FilterChips query={q} onChange={setQuery} />
      <SavedFilters q={settled.trim()} sort={sort} broken={mistake !== null} onChange={onChange} />
      <FinderBar
        said={count !== null && mistake === null ? text('search.count', { count }) : ''}
        choosing={choosing || selected.size > 0}
        onChoose={setChoosing}
        sort={sort}
        onSort={setSort}
      />
      {data === undefined ? (
        !tasks.isError ? (
          <SkeletonRows widths={['46%', '62%', '38%', '54%', '30%', '58%', '41%']} label={text('tasks.loading')} />
        ) : (
          mistake === null && <ProblemNotice what={text('tasks.failed')} error={tasks.error} onRetry={() => void tasks.refetch()} />
        )
      ) : shown.length === 0 ? (
        <None filtered={settled.trim() !== ''} onAll={() => setQuery('')} />
      ) : (
        <VirtualTasks tasks={shown} choosing={choosing || selected.size > 0} onNearEnd={more} />
      )}
      <TaskScope {...(count !== null && settled.trim() !== '' && { search: { q: settled.trim(), count } })} />
    </>
  )
}

interface FinderBarProps {
  said: string
  choosing: boolean
  onChoose: (choosing: boolean) => void
  sort: string
  onSort: (sort: string) => void
}

/** How many there are, in which order, and whether somebody chooses some of them. It does not hear of each key. */
const FinderBar = memo(function FinderBar({ said, choosing, onChoose, sort, onSort }: FinderBarProps) {
  const text = useText()
  return (
    <div className="mt-3 mb-2 flex min-h-9 items-center justify-between gap-4">
      <p role="status" className="text-small text-muted tabular-nums">
        {said}
      </p>
      <div className="flex items-center gap-2">
        <Button
          aria-pressed={choosing}
          look="quiet"
          onClick={() => {
            onChoose(!choosing)
            clearSelection()
          }}
        >
          {text(choosing ? 'bulk.stop' : 'bulk.start')}
        </Button>
        <div className="w-36">
          <Select quiet label={text('sort.label')} value={sort} onChange={onSort} choices={SORTS.map((value) => ({ value, name: text(sortNames[value]) }))} />
        </div>
      </div>
    </div>
  )
})

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
