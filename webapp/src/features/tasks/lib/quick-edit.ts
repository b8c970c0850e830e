import { createPersonalStore, useStore } from '@/lib/store'
import type { Meant } from '../api/change-tasks'

/** What is being edited of which tasks, in a small dialog over the page. */
export interface QuickEditing {
  what: 'due' | 'tag' | 'priority'
  meant: Meant
}

const editing = createPersonalStore<QuickEditing | null>(null)

export function quickEdit(next: QuickEditing | null): void {
  editing.set(() => next)
}

export function useQuickEditing(): QuickEditing | null {
  return useStore(editing)
}
