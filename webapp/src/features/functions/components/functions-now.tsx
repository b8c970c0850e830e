import { useQuery } from '@tanstack/react-query'
import { ProblemNotice } from '@/components/problem-notice'
import { SkeletonRows } from '@/components/skeleton-rows'
import { useReader } from '@/hooks/use-reader'
import { useText } from '@/lib/i18n'
import { insightOptions } from '../api/get-insight'
import { FunctionDetails } from './function-details'
import { Lateness } from './lateness'

/** What the functions do now; asked every 2 s while the page is looked at. */
export function FunctionsNow() {
  const text = useText()
  const reader = useReader()
  const insight = useQuery(insightOptions)
  if (insight.data !== undefined) {
    return (
      <>
        <FunctionDetails insight={insight.data} silent={insight.failureCount > 0} reader={reader} />
        <Lateness reader={reader} />
      </>
    )
  }
  if (insight.isPending) return <SkeletonRows widths={['40%', '56%']} label={text('layout.loading')} />
  return <ProblemNotice what={text('functions.silent')} error={insight.error} onRetry={() => void insight.refetch()} />
}
