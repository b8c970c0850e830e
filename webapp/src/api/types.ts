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
export type NewDue = NonNullable<NewTask['due']>
export type NotificationList = Answer<'/api/v1/notifications'>
export type Notification = NotificationList['items'][number]
export type Insight = Answer<'/api/v1/insight'>
export type FunctionState = Insight['functions'][number]
