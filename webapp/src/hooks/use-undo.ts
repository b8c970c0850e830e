import { type QueryKey, useQueryClient } from '@tanstack/react-query'
import { undoChange } from '@/api/client'
import { useText } from '@/lib/i18n'
import { sayProblem } from '@/lib/say-problem'
import { showToast } from '@/lib/toasts'

/** Takes a change back, says why when that is refused, and reads again what it touched. */
export function useUndo(touches: readonly QueryKey[]): (changeId: string, about: string) => Promise<void> {
  const client = useQueryClient()
  const text = useText()
  return async (changeId, about) => {
    try {
      await undoChange(changeId)
    } catch (error) {
      showToast({ about, text: text('undo.refused', { reason: sayProblem(error, text) }) })
    }
    await Promise.all(touches.map((queryKey) => client.invalidateQueries({ queryKey })))
  }
}
