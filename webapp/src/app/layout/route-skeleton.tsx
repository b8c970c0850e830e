import { SkeletonRows } from '@/components/skeleton-rows'
import { useText } from '@/lib/i18n'

const WIDTHS = ['46%', '62%', '38%', '54%', '30%'] as const

/** The shape of a page that is on its way. */
export function RouteSkeleton() {
  const text = useText()
  return (
    <main className="mx-auto w-full max-w-column px-4 pt-5 tablet:px-8 tablet:pt-10">
      <div className="mb-5 flex h-15 flex-col justify-around">
        <span className="h-6 w-28 rounded-full bg-line" />
        <span className="h-3 w-52 rounded-full bg-line" />
      </div>
      <SkeletonRows widths={WIDTHS} label={text('layout.loading')} />
    </main>
  )
}
