import { useQuery } from '@tanstack/react-query'
import { Bell, Mail, Plus, Webhook } from 'lucide-react'
import { useState } from 'react'
import { Button } from '@/components/button'
import { Menu } from '@/components/menu'
import { ProblemNotice } from '@/components/problem-notice'
import { useText } from '@/lib/i18n'
import { sayProblem } from '@/lib/say-problem'
import { showToast } from '@/lib/toasts'
import { useAddChannel } from '../api/add-channel'
import { channelKindsOptions, channelsOptions } from '../api/get-channels'
import { browserName, canPush, subscribe } from '../lib/push'
import { AddChannel } from './add-channel'
import { ChannelRow } from './channel-row'
import { SecretOnce } from './secret-once'
import { EmptyLine, LoadingLine, SettingsSection } from './settings-section'

/** Where reminders go besides this app. */
export function ChannelsSection() {
  const text = useText()
  const channels = useQuery(channelsOptions)
  const kinds = useQuery(channelKindsOptions)
  const add = useAddChannel()
  const [adding, setAdding] = useState<'email' | 'webhook' | null>(null)
  const [secret, setSecret] = useState<string | null>(null)

  const addPush = async (key: string) => {
    try {
      const channel = await subscribe(key, browserName(navigator.userAgent) || text('channels.thisBrowser'))
      if (channel === null) showToast({ about: 'push', text: text('channels.pushDenied') })
      else await add.mutateAsync(channel)
    } catch (error) {
      showToast({ about: 'push', text: text('channels.notAdded', { reason: sayProblem(error, text) }) })
    }
  }

  const offered = kinds.data?.kinds ?? []
  const pushKey = kinds.data?.pushKey ?? null
  const choices = [
    ...(offered.includes('email')
      ? [{ id: 'email', name: text('channels.kind.email'), icon: Mail, run: () => setAdding('email') }]
      : []),
    ...(offered.includes('push') && pushKey !== null && canPush()
      ? [{ id: 'push', name: text('channels.addPush'), icon: Bell, run: () => void addPush(pushKey) }]
      : []),
    ...(offered.includes('webhook')
      ? [{ id: 'webhook', name: text('channels.kind.webhook'), icon: Webhook, run: () => setAdding('webhook') }]
      : []),
  ]

  return (
    <SettingsSection
      title={text('channels.title')}
      what={text('channels.what')}
      action={
        choices.length > 0 && (
          <Menu label={text('channels.add')} choices={choices}>
            <Button>
              <Plus className="size-4" aria-hidden="true" />
              {text('channels.add')}
            </Button>
          </Menu>
        )
      }
    >
      {secret !== null && (
        <SecretOnce label={text('channels.secret')} secret={secret} onDone={() => setSecret(null)} />
      )}
      {channels.isPending ? (
        <LoadingLine label={text('channels.loading')} />
      ) : channels.data === undefined ? (
        <ProblemNotice what={text('channels.failed')} error={channels.error} onRetry={() => void channels.refetch()} />
      ) : channels.data.items.length === 0 ? (
        <EmptyLine>{text(kinds.data !== undefined && offered.length === 0 ? 'channels.noneHere' : 'channels.empty')}</EmptyLine>
      ) : (
        <ul className="divide-y divide-line">
          {channels.data.items.map((channel) => (
            <ChannelRow key={channel.id} channel={channel} />
          ))}
        </ul>
      )}
      {adding !== null && (
        <AddChannel
          kind={adding}
          onClose={() => setAdding(null)}
          onAdded={(channel) => {
            setAdding(null)
            setSecret(channel.secret)
          }}
        />
      )}
    </SettingsSection>
  )
}
