import { Problem } from '@/api/problem'
import type { Text } from './i18n'

/** Why something did not work, in one sentence for people. */
export function sayProblem(error: unknown, text: Text): string {
  if (!(error instanceof Problem)) return text('problem.unknown')
  if (error.code === 'network') return text('problem.network')
  if (error.isSignedOut) return text('problem.signedOut')
  if (error.status === 429) return text('problem.busy')
  if (error.status >= 500) return text('problem.server')
  return error.errors.find((field) => field.message !== '')?.message ?? error.detail ?? error.title
}
