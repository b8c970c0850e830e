import type { ComponentType } from 'react'
import { lazyPart } from '@/lib/lazy-part'
import type { MessageId } from '@/lib/message-ids'

interface Panel {
  title: MessageId
  /** Given what the address says after the panel's name. Loaded when it is first opened: `lazyPart(() => import('@/features/…'), '…')`. */
  Content: ComponentType<{ id: string }>
}

/** What can lie beside a page, by its name in the address. A further one is a line here. */
export const panels = {
  task: { title: 'panel.task', Content: lazyPart(() => import('@/features/tasks/components/task-panel'), 'TaskPanel') },
  chat: { title: 'panel.chat', Content: lazyPart(() => import('@/features/chat/components/chat-panel'), 'ChatPanel') },
  series: { title: 'panel.series', Content: lazyPart(() => import('@/features/series/components/series-panel'), 'SeriesPanel') },
} as const satisfies Record<string, Panel>

export type PanelName = keyof typeof panels

export const panelNames = Object.keys(panels) as PanelName[]

/** The address's part that opens a panel: `{ task: id }`. */
export type PanelSearch = Partial<Record<PanelName, string>>

export function readPanel(search: Record<string, unknown>): PanelSearch {
  for (const name of panelNames) {
    const id = search[name]
    if (typeof id === 'string') return { [name]: id }
  }
  return {}
}

/** The address without the panel. */
export function withoutPanel<Search extends object>(search: Search): Search {
  return Object.fromEntries(Object.entries(search).filter(([name]) => !(panelNames as string[]).includes(name))) as Search
}
