import type { paths } from './schema'

type Answer<Path extends keyof paths> = paths[Path] extends {
  get: { responses: { 200: { content: { 'application/json': infer Body } } } }
}
  ? Body
  : never

type Posted<Path extends keyof paths> = paths[Path] extends {
  post: { requestBody: { content: { 'application/json': infer Body } } }
}
  ? Body
  : never

// Named by where they are used, for the document's own names of schemas may change.
export type Me = Answer<'/api/v1/me'>
export type TaskList = Answer<'/api/v1/tasks'>
export type Task = TaskList['items'][number]
export type Priority = Task['priority']
export type Due = NonNullable<Task['due']>
export type NewTask = Posted<'/api/v1/tasks'>
export type TaskPatch = paths['/api/v1/tasks/{id}']['patch']['requestBody']['content']['application/json']
export type NewDue = NonNullable<NewTask['due']>
export type SeriesList = Answer<'/api/v1/series'>
export type Series = SeriesList['items'][number]
export type NewSeries = Posted<'/api/v1/series'>
export type NotificationList = Answer<'/api/v1/notifications'>
export type Notification = NotificationList['items'][number]
export type Insight = Answer<'/api/v1/insight'>
export type FunctionState = Insight['functions'][number]
export type SeriesOccurrence = Answer<'/api/v1/series/{id}/occurrences'>['items'][number]
export type Scope = NonNullable<NonNullable<paths['/api/v1/series/{id}/occurrences/{local}']['patch']['parameters']['query']>['scope']>
export type BulkChange = Posted<'/api/v1/tasks/bulk'>
export type HistoryEntry = Answer<'/api/v1/tasks/{id}/history'>['items'][number]
export type QuickPart = paths['/api/v1/quick-add/preview']['post']['responses'][200]['content']['application/json']['parts'][number]
export type Tag = Answer<'/api/v1/tags'>['items'][number]
export type OpenSession = Answer<'/api/v1/me/sessions'>['items'][number]
export type ApiToken = Answer<'/api/v1/me/tokens'>['items'][number]
