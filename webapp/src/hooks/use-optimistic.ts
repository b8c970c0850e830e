import { type QueryClient, type QueryKey, useMutation, useQueryClient } from '@tanstack/react-query'
import type { Written } from '@/api/client'
import { useText } from '@/lib/i18n'
import { sayProblem } from '@/lib/say-problem'
import { showsWaiting, takeBack } from '@/lib/shown-waiting'
import { showToast } from '@/lib/toasts'
import { useUndo } from './use-undo'

interface Optimistic<Wanted, Data> {
  /** The write; `written(api.POST(…))`. */
  send: (wanted: Wanted) => Promise<Written<Data>>
  /** The lists and things that it touches: all of their queries are held, kept for rolling back, and read again. */
  touches: readonly QueryKey[]
  /** False when `settle` shows all that there is to show, and the stream tells the rest. Refused or undone, it is always read again. */
  reads?: boolean
  /** Shows it at once, by setting data of the queries that it touches. */
  show?: (client: QueryClient, wanted: Wanted) => void
  /** Puts the gateway's answer in place of what was shown. */
  settle?: (client: QueryClient, data: Data, wanted: Wanted) => void
  /** What is said when it is done, with undo; null says nothing. `about` is the id of the thing. */
  said?: (wanted: Wanted) => { about: string; text: string } | null
  /** What is said when it was refused: the reason is a whole sentence. Null: it is told elsewhere. */
  refused: (wanted: Wanted, reason: string) => { about: string; text: string } | null
}

/**
 * A write that shows at once, is rolled back with the reason when it is refused, and can be undone from its toast for ten
 * seconds (`z`) as soon as the gateway has answered with the change that it made. One that is kept until there is a
 * connection (`patient`) stays shown, and undoing takes it out of what is to be sent.
 */
export function useOptimistic<Wanted, Data>({ send, touches, reads = true, show, settle, said, refused }: Optimistic<Wanted, Data>) {
  const client = useQueryClient()
  const text = useText()

  const undo = useUndo(touches)
  const readAgain = () => Promise.all(touches.map((queryKey) => client.invalidateQueries({ queryKey })))

  const restore = (before: [QueryKey, unknown][] | undefined) => before?.forEach(([queryKey, data]) => client.setQueryData(queryKey, data))

  const undoKept = async (keptAs: number) => {
    if (!(await takeBack(keptAs))) await readAgain()
  }

  return useMutation({
    mutationFn: send,
    onMutate: async (wanted: Wanted) => {
      await Promise.all(touches.map((queryKey) => client.cancelQueries({ queryKey })))
      const before = touches.flatMap((queryKey) => client.getQueriesData({ queryKey }))
      show?.(client, wanted)
      return before
    },
    onSuccess: ({ data, changeId, keptAs }, wanted, before) => {
      if (keptAs === null) settle?.(client, data, wanted)
      else showsWaiting({ keptAs, show: () => show?.(client, wanted), hide: () => restore(before) })
      const word = said?.(wanted)
      if (word == null) return
      const takesBack = keptAs !== null ? () => void undoKept(keptAs) : changeId !== null ? () => void undo(changeId, word.about) : null
      showToast({ ...word, ...(takesBack !== null && { action: { label: text('action.undo'), run: takesBack } }) })
    },
    onError: (error, wanted, before) => {
      restore(before)
      const word = refused(wanted, sayProblem(error, text))
      if (word !== null) showToast(word)
    },
    onSettled: (answer, error) => (answer?.keptAs == null && (reads || error !== null) ? readAgain() : undefined),
  })
}
