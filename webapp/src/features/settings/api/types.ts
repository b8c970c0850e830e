import type { paths } from '@/api/schema'

type Documented = paths['/api/v1/channels']['get']['responses'][200]['content']['application/json']['items'][number]
/** An address that nobody has confirmed yet gets nothing but a code. */
export type Channel = Omit<Documented, 'status'> & { status: Documented['status'] | 'unconfirmed' }
export type ChannelKind = Channel['kind']
export type NewChannel = paths['/api/v1/channels']['post']['requestBody']['content']['application/json']
export type Delivery =
  paths['/api/v1/channels/{id}/deliveries']['get']['responses'][200]['content']['application/json']['items'][number]
export type Feed = paths['/api/v1/feeds']['get']['responses'][200]['content']['application/json']['items'][number]
export type ImportReport = paths['/api/v1/import']['post']['responses'][200]['content']['application/json']
