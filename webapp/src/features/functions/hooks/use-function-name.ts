import { useText } from '@/lib/i18n'

/** What people call a function; one that this page does not know keeps its own name. */
export function useFunctionName(name: string): string {
  const text = useText()
  if (name === 'recurring') return text('functions.name.recurring')
  if (name === 'notification') return text('functions.name.notification')
  return name
}
