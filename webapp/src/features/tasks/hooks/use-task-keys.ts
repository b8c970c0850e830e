import { useNavigate } from '@tanstack/react-router'
import { useQueryClient } from '@tanstack/react-query'
import { useHotkeys } from '@/hooks/use-hotkeys'
import { type Meant, useChangeTasks } from '../api/change-tasks'
import { focusedTask, holdFocus } from '../lib/focus'
import { clearSelection, getSelection, toggleSelected } from '../lib/selection'
import { quickEdit, type QuickEditing } from '../lib/quick-edit'
import { findShown } from '../lib/task-cache'
import { isOpen } from '../lib/sections'

/** The keys that act on tasks: on those that are selected, else on the one that has the focus. `move` goes up and down. */
export function useTaskKeys(move: (step: 1 | -1) => void): void {
  const client = useQueryClient()
  const navigate = useNavigate()
  const change = useChangeTasks()

  const withMeant = (act: (meant: Meant) => void) => () => {
    const selected = [...getSelection()]
    const here = focusedTask()
    const ids = selected.length > 0 ? selected : here === null ? [] : [here]
    if (ids.length > 0) act({ ids })
  }
  const edit = (what: QuickEditing['what']) => withMeant((meant) => quickEdit({ what, meant }))

  useHotkeys({
    j: { does: 'keys.down', run: () => move(1), repeats: true },
    k: { does: 'keys.up', run: () => move(-1), repeats: true },
    x: {
      does: 'keys.select',
      run: () => {
        const id = focusedTask()
        if (id !== null) toggleSelected(id)
      },
    },
    e: {
      does: 'keys.edit',
      run: () => {
        const id = focusedTask()
        if (id !== null) void navigate({ to: '.', search: (before) => ({ ...before, task: id }) })
      },
    },
    c: {
      does: 'keys.complete',
      run: withMeant((meant) => {
        const open = meant.ids.some((id) => {
          const task = findShown(client, id)
          return task !== undefined && isOpen(task)
        })
        holdFocus(focusedTask() ?? undefined)
        change.mutate({ ...meant, change: { action: open ? 'complete' : 'reopen' } })
        clearSelection()
      }),
    },
    d: { does: 'keys.due', run: edit('due') },
    s: { does: 'keys.snooze', run: edit('due') },
    t: { does: 'keys.tag', run: edit('tag') },
    p: { does: 'keys.priority', run: edit('priority') },
  })
}
