import { useQuery, useQueryClient } from '@tanstack/react-query'
import { Bell, EllipsisVertical, Mail, Trash2, Webhook } from 'lucide-react'
import { useEffect, useState } from 'react'
import { Button } from '@/components/button'
import { IconButton } from '@/components/icon-button'
import { Menu } from '@/components/menu'
import { useReader } from '@/hooks/use-reader'
import { sayAgo, sayMoment } from '@/lib/say-ago'
import { sayProblem } from '@/lib/say-problem'
import { channelsOptions, deliveriesOptions } from '../api/get-channels'
import { useRemoveChannel } from '../api/remove-channel'
import { useSwitchChannel } from '../api/switch-channel'
import { useTestChannel } from '../api/test-channel'
import type { Channel, Delivery } from '../api/types'
import { ConfirmChannel } from './confirm-channel'

const icons = { email: Mail, webhook: Webhook, push: Bell } as const

const tones: Record<Channel['status'], string> = {
  unconfirmed: 'text-soon',
  unproved: 'text-muted',
  working: 'text-accent-strong',
  failing: 'text-late',
  gone: 'text-late',
}

/** One channel: where it goes, how it is doing, and a test of it. */
export function ChannelRow({ channel }: { channel: Channel }) {
  const reader = useReader()
  const { text } = reader
  const [tested, setTested] = useState(false)
  const test = useTestChannel()
  const turn = useSwitchChannel()
  const remove = useRemoveChannel()
  const Icon = icons[channel.kind]
  const { name } = channel

  return (
    <li className="flex flex-col gap-2 py-3 ps-4 pe-2">
      <div className="flex items-center gap-3">
        <Icon className={`size-4.5 shrink-0 ${channel.enabled ? 'text-accent' : 'text-faint'}`} aria-hidden="true" />
        <div className="min-w-0 grow">
          <p dir="auto" className={`truncate ${channel.enabled ? '' : 'text-muted'}`} title={name}>
            {name}
          </p>
          <p className="truncate text-small text-muted" title={channel.target}>
            {channel.kind === 'push' ? text('channels.pushTarget') : channel.target}
          </p>
        </div>
        <Menu
          label={text('channels.actions', { name })}
          choices={[
            {
              id: 'turn',
              name: text(channel.enabled ? 'channels.turnOff' : 'channels.turnOn'),
              run: () => turn.mutate({ channel, enabled: !channel.enabled }),
            },
            { id: 'remove', name: text('channels.remove'), icon: Trash2, grave: true, run: () => remove.mutate(channel) },
          ]}
        >
          <IconButton label={text('channels.actions', { name })} icon={EllipsisVertical} />
        </Menu>
      </div>
      {channel.lastError !== null && (
        <p className="ps-7.5 pe-2 text-small break-words text-late">{text('channels.lastError', { why: channel.lastError })}</p>
      )}
      {channel.status === 'unconfirmed' && channel.enabled && <ConfirmChannel channel={channel} />}
      <div className="flex flex-wrap items-center gap-x-3 gap-y-1 ps-7.5 pe-2">
        <Button
          disabled={test.isPending || !channel.enabled}
          onClick={() => {
            setTested(true)
            test.mutate(channel)
          }}
        >
          {text(channel.status === 'unconfirmed' ? 'channels.sendCode' : 'channels.test')}
        </Button>
        <p role="status" className="min-w-0 text-small text-muted">
          {test.error !== null ? (
            <span className="text-late">{sayProblem(test.error, text)}</span>
          ) : tested ? (
            <TestDelivery channel={channel} test={test.data} />
          ) : (
            channel.lastSentAt !== null && (
              <time dateTime={channel.lastSentAt} title={sayMoment(channel.lastSentAt, reader.zone, reader.locale)}>
                {text('channels.lastSent', { when: sayAgo(channel.lastSentAt, reader) })}
              </time>
            )
          )}
        </p>
        <span className={`ms-auto text-small ${channel.enabled ? tones[channel.status] : 'text-faint'}`}>
          {text(channel.enabled ? `channels.status.${channel.status}` : 'channels.off')}
        </span>
      </div>
    </li>
  )
}

/** What became of a test, none while it is asked for; the channel is read again with it, for how it is doing follows from that. */
function TestDelivery({ channel, test }: { channel: Channel; test: Delivery | undefined }) {
  const { text } = useReader()
  const client = useQueryClient()
  const deliveries = useQuery(deliveriesOptions(channel.id))
  const delivery = deliveries.data?.items.find(({ id }) => id === test?.id) ?? test
  const handledAt = delivery?.handledAt ?? null
  useEffect(() => {
    if (handledAt !== null) void client.invalidateQueries(channelsOptions)
  }, [client, handledAt])
  if (delivery === undefined) return text('channels.delivery.pending')
  return (
    <span className={delivery.status === 'failed' ? 'text-late' : ''}>
      {text(`channels.delivery.${delivery.status}`)}
      {delivery.error !== null && ` ${text('channels.delivery.why', { why: delivery.error, attempt: delivery.attempts })}`}
    </span>
  )
}
