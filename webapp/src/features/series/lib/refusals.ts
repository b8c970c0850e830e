import { Problem } from '@/api/problem'

/** Whether what was asked cannot be, as opposed to: could not be asked. */
export function isRefusal(error: unknown): boolean {
  return error instanceof Problem && error.status >= 400 && error.status < 500 && error.errors.length > 0
}

/** What the gateway says of a field; what a field contains (`rule.until`, `tags[2]`) belongs to it. */
export function refusalOf(error: unknown, field: string): string | undefined {
  if (!(error instanceof Problem)) return undefined
  return error.errors.find((one) => one.field.split(/[.[]/)[0] === field)?.message
}
