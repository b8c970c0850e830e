import { SkeletonRows } from '@/components/skeleton-rows'
import { useText } from '@/lib/i18n'

const WIDTHS = ['46%', '62%', '38%', '54%', '30%'] as const

/** A section that is on its way. */
export function TaskListSkeleton() {
  const text = useText()
  return (
    <div>
      <div className="mb-2 flex h-5 items-center">
        <span className="h-3 w-14 rounded-full bg-line" />
      </div>
      <SkeletonRows widths={WIDTHS} label={text('tasks.loading')} />
    </div>
  )
}
