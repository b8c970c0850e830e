import { Page } from '@/components/page'
import { TagList } from '@/features/tags/components/tag-list'
import '@/features/tags/strings'
import { useText } from '@/lib/i18n'

/** The words that tasks have in common. */
export function Tags() {
  const text = useText()
  return (
    <Page title="place.tags" lead={text('tags.lead')}>
      <TagList />
    </Page>
  )
}
