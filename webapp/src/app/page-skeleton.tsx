import { RouteSkeleton } from './layout/route-skeleton'

/** The shape of the app while it is asked who is there. */
export function PageSkeleton() {
  return (
    <>
      <div className="fixed inset-y-0 start-0 hidden w-14 border-e border-line bg-side tablet:block wide:w-side" />
      <div className="tablet:ps-14 wide:ps-side beside-panel">
        <RouteSkeleton />
      </div>
    </>
  )
}
