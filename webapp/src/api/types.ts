import type { components } from './schema'

type Schemas = components['schemas']

export type Task = Schemas['Task']
export type TaskStatus = Task['status']
export type Priority = Task['priority']
export type Due = NonNullable<Task['due']>
export type NewTask = Schemas['NewTask']
export type NewDue = NonNullable<NewTask['due']>
export type TaskList = Schemas['TaskList']
export type Notification = Schemas['Notification']
export type NotificationList = Schemas['NotificationList']
export type Insight = Schemas['Insight']
export type FunctionState = Schemas['FunctionState']
export type Me = Schemas['Me']
