import { useQuery } from '@tanstack/react-query'
import { CalendarSync, Download, Plus } from 'lucide-react'
import { useState } from 'react'
import { Button } from '@/components/button'
import { ProblemNotice } from '@/components/problem-notice'
import { useReader } from '@/hooks/use-reader'
import { sayAgo } from '@/lib/say-ago'
import { sayProblem } from '@/lib/say-problem'
import { feedsOptions } from '../api/get-feeds'
import { useMakeFeed } from '../api/make-feed'
import { useRevokeFeed } from '../api/revoke-feed'
import type { Feed } from '../api/types'
import { ImportPart } from './import-part'
import { SecretOnce } from './secret-once'
import { SettingsSection } from './settings-section'

/** Tasks in other calendars, and those of other calendars here. */
export function CalendarSection() {
  const reader = useReader()
  const { text } = reader
  const feeds = useQuery(feedsOptions)
  const make = useMakeFeed()
  const [address, setAddress] = useState<string | null>(null)

  const add = () =>
    make.mutate(text('feeds.name'), {
      onSuccess: ({ path }) => setAddress(path === null ? null : new URL(path, window.location.origin).href),
    })

  return (
    <>
      <SettingsSection
        title={text('feeds.title')}
        what={text('feeds.what')}
        action={
          <Button disabled={make.isPending} onClick={add}>
            <Plus className="size-4" aria-hidden="true" />
            {text('feeds.add')}
          </Button>
        }
      >
        {address !== null && <SecretOnce label={text('feeds.secret')} secret={address} onDone={() => setAddress(null)} />}
        {make.error !== null && (
          <p role="alert" className="px-4 pt-4 text-small text-late">
            {sayProblem(make.error, text)}
          </p>
        )}
        {feeds.isError ? (
          <ProblemNotice what={text('feeds.failed')} error={feeds.error} onRetry={() => void feeds.refetch()} />
        ) : feeds.data?.items.length === 0 ? (
          <p className="px-4 py-5 text-muted">{text('feeds.empty')}</p>
        ) : (
          <ul className="divide-y divide-line">
            {feeds.data?.items.map((feed) => <FeedRow key={feed.id} feed={feed} />)}
          </ul>
        )}
      </SettingsSection>
      <SettingsSection title={text('import.title')} what={text('import.what')}>
        <ImportPart />
        <Export href="/api/v1/export.ics" what={text('export.what')} action={text('export.action')} />
        <Export href="/api/v1/export.json" what={text('export.all')} action={text('export.allAction')} />
      </SettingsSection>
    </>
  )
}

function Export({ href, what, action }: { href: string; what: string; action: string }) {
  return (
    <div className="flex flex-col items-start gap-3 border-t border-line p-4 tablet:flex-row tablet:items-center tablet:justify-between">
      <p className="min-w-0 text-pretty text-muted">{what}</p>
      <a
        href={href}
        download
        className="inline-flex min-h-8 shrink-0 items-center gap-2 rounded-small border border-line-strong px-3 text-small font-strong hover:bg-hover pointer-coarse:min-h-11"
      >
        <Download className="size-4" aria-hidden="true" />
        {action}
      </a>
    </div>
  )
}

function FeedRow({ feed }: { feed: Feed }) {
  const reader = useReader()
  const { text } = reader
  const revoke = useRevokeFeed()
  return (
    <li className="flex items-center gap-3 py-2 ps-4 pe-2">
      <CalendarSync className="size-4.5 shrink-0 text-accent" aria-hidden="true" />
      <div className="min-w-0 grow">
        <p dir="auto" className="truncate">
          {feed.name}
        </p>
        <p className="text-small text-muted">
          {text('feeds.made', { when: sayAgo(feed.createdAt, reader) })} ·{' '}
          {feed.lastReadAt === null ? text('feeds.neverRead') : text('feeds.read', { when: sayAgo(feed.lastReadAt, reader) })}
        </p>
      </div>
      <Button look="quiet" onClick={() => revoke.mutate(feed)}>
        {text('feeds.revoke')}
      </Button>
    </li>
  )
}
