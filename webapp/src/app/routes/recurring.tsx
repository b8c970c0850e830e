import { Link } from '@tanstack/react-router'
import { Plus } from 'lucide-react'
import { Page } from '@/components/page'
import { SeriesList } from '@/features/series/components/series-list'
import '@/features/series/strings'
import { useText } from '@/lib/i18n'

/** What comes again and again. */
export function Recurring() {
  const text = useText()
  return (
    <Page
      title="place.recurring"
      lead={text('series.lead')}
      actions={
        <Link
          to="/recurring/new"
          className="inline-flex min-h-8 items-center gap-2 rounded-small bg-accent px-3 text-small font-strong whitespace-nowrap text-on-accent hover:bg-accent-strong pointer-coarse:min-h-11"
        >
          <Plus className="size-4" aria-hidden="true" />
          {text('series.new')}
        </Link>
      }
    >
      <SeriesList />
    </Page>
  )
}
