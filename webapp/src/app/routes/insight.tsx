import { Page } from '@/components/page'
import { FunctionsNow } from '@/features/functions/components/functions-now'
import '@/features/functions/strings'

/** What the machinery does. */
export function Insight() {
  return (
    <Page title="place.insight">
      <FunctionsNow />
    </Page>
  )
}
