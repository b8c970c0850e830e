import type { NewDue } from './types'

/**
 * Parts of the interface (the contract) that the gateway's OpenAPI document does not name yet. Laid over its paths in
 * client.ts; whatever the document names goes from here.
 */
interface Answered<Body> {
  200: { headers: Record<string, unknown>; content: { 'application/json': Body } }
}

interface Asked<Body> {
  content: { 'application/json': Body }
}

/** What is to be done with many tasks at once, all or nothing. */
export interface BulkChange {
  ids?: string[]
  q?: string
  /** How many it is meant to touch. */
  expected?: number
  action: 'complete' | 'reopen' | 'delete' | 'move' | 'tag' | 'untag' | 'priority'
  due?: NewDue | null
  tag?: string
  priority?: 'high' | 'medium' | 'low'
}

/** What one write did to a task. */
export interface HistoryEntry {
  changeId: string
  at: string
  actor: string
  what: 'created' | 'edited' | 'deleted'
  fields: { field: string; from: unknown; to: unknown }[]
}

/** Words of a line and what they were understood as. */
export interface QuickPart {
  from: number
  /** Exclusive. */
  to: number
  kind: 'title' | 'command' | 'date' | 'time' | 'recurrence' | 'start' | 'end' | 'priority' | 'tag' | 'reminder' | 'unclear'
  value: string
}

interface Page<Item> {
  items: Item[]
  nextCursor: string | null
}

/** A tag that a person uses, or used. */
export interface Tag {
  name: string
  /** `#rrggbb`; null: none of its own. */
  colour: string | null
  /** How many open tasks have it. */
  open: number
  /** How many tasks have it, done ones among them. */
  all: number
}

/** A browser that is signed in. */
export interface OpenSession {
  id: string
  userAgent: string | null
  createdAt: string
  /** To the hour. */
  lastUsedAt: string
  expiresAt: string
  current: boolean
}

/** What a program signs in with. */
export interface ApiToken {
  id: string
  name: string
  scope: 'read' | 'write'
  /** Told once, when it is made. */
  secret: string | null
  createdAt: string
  lastUsedAt: string | null
}

export interface AheadPaths {
  '/api/v1/tasks': { get: { parameters: { query?: { q?: string; sort?: string } } } }
  '/api/v1/tasks/count': { get: { parameters: { query?: { q?: string } }; responses: Answered<{ count: number }> } }
  '/api/v1/tasks/bulk': { post: { parameters: object; requestBody: Asked<BulkChange>; responses: Answered<{ count: number }> } }
  '/api/v1/tasks/{id}/history': {
    get: { parameters: { path: { id: string } }; responses: Answered<Page<HistoryEntry>> }
  }
  '/api/v1/chat/plans/{id}/confirm': { post: { parameters: { path: { id: string } }; responses: Answered<unknown> } }
  '/api/v1/tags': { get: { parameters: object; responses: Answered<Page<Tag>> } }
  '/api/v1/tags/{name}': {
    patch: {
      parameters: { path: { name: string } }
      requestBody: Asked<{ name?: string; colour?: string | null; merge?: boolean }>
      responses: Answered<Tag>
    }
    delete: { parameters: { path: { name: string } }; responses: { 204: { headers: Record<string, unknown>; content?: never } } }
  }
  '/api/v1/me/sessions': { get: { parameters: object; responses: Answered<Page<OpenSession>> } }
  '/api/v1/me/sessions/{id}': {
    delete: { parameters: { path: { id: string } }; responses: { 204: { headers: Record<string, unknown>; content?: never } } }
  }
  '/api/v1/me/tokens': {
    get: { parameters: object; responses: Answered<Page<ApiToken>> }
    post: { parameters: object; requestBody: Asked<{ name: string; scope: ApiToken['scope'] }>; responses: Answered<ApiToken> }
  }
  '/api/v1/me/tokens/{id}': {
    delete: { parameters: { path: { id: string } }; responses: { 204: { headers: Record<string, unknown>; content?: never } } }
  }
  '/api/v1/channels/{id}/confirm': {
    post: { parameters: { path: { id: string } }; requestBody: Asked<{ code: string }>; responses: Answered<Record<string, unknown>> }
  }
  '/api/v1/quick-add/preview': {
    post: {
      parameters: object
      requestBody: Asked<{ text: string }>
      responses: Answered<{
        parts: QuickPart[]
        task: Record<string, unknown> | null
        series: Record<string, unknown> | null
        reminders: { before: string }[]
      }>
    }
  }
  '/api/v1/changes/{id}/undo': {
    post: { parameters: { path: { id: string } }; responses: Answered<Record<string, unknown>> }
  }
}
