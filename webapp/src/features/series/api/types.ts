import type { paths } from '@/api/schema'

export type SeriesList = paths['/api/v1/series']['get']['responses'][200]['content']['application/json']
export type Series = SeriesList['items'][number]
export type NewSeries = paths['/api/v1/series']['post']['requestBody']['content']['application/json']
export type SeriesPatch = paths['/api/v1/series/{id}']['patch']['requestBody']['content']['application/json']
export type Occurrence =
  paths['/api/v1/series/{id}/occurrences']['get']['responses'][200]['content']['application/json']['items'][number]
export type PreviewQuestion = paths['/api/v1/recurrence/preview']['post']['requestBody']['content']['application/json']
export type Preview = paths['/api/v1/recurrence/preview']['post']['responses'][200]['content']['application/json']
export type PreviewMoment = Preview['occurrences'][number]

/** How far an edit made at one occurrence reaches. */
export type Scope = 'this' | 'following' | 'all'
