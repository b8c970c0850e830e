import { TaskListSkeleton } from '@/features/tasks/components/task-list-skeleton'

/** The shape of the page while it is asked who is there. */
export function PageSkeleton() {
  return (
    <main className="mx-auto flex max-w-content flex-col px-4 pt-6 wide:max-w-page wide:px-6 wide:pt-12">
      <div className="flex max-w-content flex-col">
        <div className="mb-6 flex h-15 flex-col justify-around">
          <span className="h-6 w-28 rounded-full bg-line" />
          <span className="h-3 w-52 rounded-full bg-line" />
        </div>
        <div className="mb-8 h-12 rounded-card border border-line bg-surface pointer-coarse:h-14" />
        <TaskListSkeleton />
      </div>
    </main>
  )
}
