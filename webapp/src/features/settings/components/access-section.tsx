import { useQuery } from '@tanstack/react-query'
import { LogOut, Monitor } from 'lucide-react'
import type { OpenSession } from '@/api/types'
import { Button } from '@/components/button'
import { useReader } from '@/hooks/use-reader'
import { waysOptions } from '@/hooks/use-ways'
import { sayAgo } from '@/lib/say-ago'
import { useEndSession } from '../api/end-session'
import { sessionsOptions } from '../api/get-sessions'
import { useSignOut } from '../api/sign-out'
import { browserName } from '../lib/push'
import { SettingsSection } from './settings-section'
import { TokensSection } from './tokens-section'

/** Where somebody is signed in, and how to end that. */
export function AccessSection() {
  const { text } = useReader()
  // A gateway without accounts knows neither sessions nor tokens: then there is nothing to show of them.
  const sessions = useQuery({ ...sessionsOptions, retry: false })
  const { data: ways } = useQuery({ ...waysOptions, retry: false })
  const signOut = useSignOut()
  return (
    <>
      <TokensSection />
      {ways?.openId != null && (
        <SettingsSection title={text('openId.title', { name: ways.openId })}>
          <div className="flex flex-col items-start gap-3 p-4 tablet:flex-row tablet:items-center tablet:justify-between">
            <p className="min-w-0 text-pretty text-muted">{text('openId.what', { name: ways.openId })}</p>
            <a
              href="/api/v1/session/openid/link"
              className="inline-flex min-h-8 shrink-0 items-center rounded-small border border-line-strong px-3 text-small font-strong hover:bg-hover pointer-coarse:min-h-11"
            >
              {text('openId.link')}
            </a>
          </div>
        </SettingsSection>
      )}
      <SettingsSection
        title={text('access.title')}
        what={text('access.what')}
        action={
          <Button disabled={signOut.isPending} onClick={() => signOut.mutate()}>
            <LogOut className="size-4" aria-hidden="true" />
            {text('access.signOut')}
          </Button>
        }
      >
        {sessions.data === undefined ? (
          <p className="px-4 py-5 text-muted">{text('access.here')}</p>
        ) : (
          <ul className="divide-y divide-line">
            {sessions.data.items.map((session) => (
              <SessionRow key={session.id} session={session} />
            ))}
          </ul>
        )}
      </SettingsSection>
    </>
  )
}

function SessionRow({ session }: { session: OpenSession }) {
  const reader = useReader()
  const { text } = reader
  const end = useEndSession()
  const name = browserName(session.userAgent ?? '') || text('access.unknown')
  return (
    <li className="flex min-h-row items-center gap-3 py-2 ps-4 pe-2">
      <Monitor className={`size-4.5 shrink-0 ${session.current ? 'text-accent' : 'text-faint'}`} aria-hidden="true" />
      <div className="min-w-0 grow">
        <p className="truncate">{name}</p>
        <p className="text-small text-muted">
          {session.current ? text('access.current') : text('access.used', { when: sayAgo(session.lastUsedAt, reader) })}
        </p>
      </div>
      {!session.current && (
        <Button look="quiet" aria-label={text('access.endOf', { name })} onClick={() => end.mutate(session)}>
          {text('access.end')}
        </Button>
      )}
    </li>
  )
}
