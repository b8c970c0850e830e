import { useQuery } from '@tanstack/react-query'
import { UserPlus } from 'lucide-react'
import { useState } from 'react'
import { Button } from '@/components/button'
import { useMe } from '@/hooks/use-me'
import { useReader } from '@/hooks/use-reader'
import { format } from '@/lib/say-due'
import { sayProblem } from '@/lib/say-problem'
import { invitationsOptions, useInvite, useTakeBack } from '../api/invitations'
import { SecretOnce } from './secret-once'
import { SettingsSection } from './settings-section'

/** Whom an administrator lets in; nobody else sees this. */
export function InvitationsSection() {
  return useMe()?.administrator === true ? <Invitations /> : null
}

function Invitations() {
  const { text, zone, locale } = useReader()
  const open = useQuery({ ...invitationsOptions, retry: false })
  const invite = useInvite()
  const takeBack = useTakeBack()
  const [link, setLink] = useState<string | null>(null)
  const waiting = open.data?.items ?? []

  return (
    <SettingsSection
      title={text('invite.title')}
      what={text('invite.what')}
      action={
        <Button
          disabled={invite.isPending}
          onClick={() => invite.mutate(undefined, { onSuccess: ({ secret }) => setLink(`${window.location.origin}/join#${secret ?? ''}`) })}
        >
          <UserPlus className="size-4" aria-hidden="true" />
          {text('invite.do')}
        </Button>
      }
    >
      {link !== null && <SecretOnce label={text('invite.link')} secret={link} onDone={() => setLink(null)} />}
      {invite.error !== null && <p className="px-4 pt-4 text-small text-late">{sayProblem(invite.error, text)}</p>}
      {waiting.length === 0 ? (
        <p className="px-4 py-5 text-muted">{text('invite.none')}</p>
      ) : (
        <ul className="divide-y divide-line">
          {waiting.map(({ id, expiresAt }) => (
            <li key={id} className="flex min-h-row items-center justify-between gap-3 py-1 ps-4 pe-2">
              <span>{text('invite.until', { when: format(Date.parse(expiresAt), { weekday: 'long', day: 'numeric', month: 'long' }, zone, locale) })}</span>
              <Button look="quiet" onClick={() => takeBack.mutate(id)}>
                {text('invite.takeBack')}
              </Button>
            </li>
          ))}
        </ul>
      )}
    </SettingsSection>
  )
}
