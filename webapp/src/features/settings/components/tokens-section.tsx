import { useQuery } from '@tanstack/react-query'
import { KeyRound } from 'lucide-react'
import { useState } from 'react'
import type { ApiToken } from '@/api/types'
import { Button } from '@/components/button'
import { Select } from '@/components/select'
import { TextField } from '@/components/text-field'
import { useReader } from '@/hooks/use-reader'
import { sayAgo } from '@/lib/say-ago'
import { sayProblem } from '@/lib/say-problem'
import { tokensOptions } from '../api/get-tokens'
import { useMakeToken } from '../api/make-token'
import { useRevokeToken } from '../api/revoke-token'
import { SecretOnce } from './secret-once'
import { SettingsSection } from './settings-section'

/** What programs sign in with; nothing where the gateway knows no tokens. */
export function TokensSection() {
  const { text } = useReader()
  const tokens = useQuery({ ...tokensOptions, retry: false })
  const make = useMakeToken()
  const [name, setName] = useState('')
  const [scope, setScope] = useState<ApiToken['scope']>('read')
  const [secret, setSecret] = useState<string | null>(null)
  if (tokens.data === undefined) return null

  return (
    <SettingsSection title={text('tokens.title')} what={text('tokens.what')}>
      {secret !== null && <SecretOnce label={text('tokens.secret')} secret={secret} onDone={() => setSecret(null)} />}
      <ul className="divide-y divide-line">
        {tokens.data.items.map((token) => (
          <TokenRow key={token.id} token={token} />
        ))}
      </ul>
      <form
        noValidate
        className="grid items-end gap-3 border-t border-line p-4 first:border-t-0 tablet:grid-cols-[minmax(0,1fr)_12rem_auto]"
        onSubmit={(event) => {
          event.preventDefault()
          make.mutate(
            { name: name.trim(), scope },
            {
              onSuccess: (token) => {
                setSecret(token.secret)
                setName('')
              },
            },
          )
        }}
      >
        <TextField
          label={text('tokens.name')}
          error={make.error === null ? undefined : sayProblem(make.error, text)}
          value={name}
          maxLength={80}
          onChange={(event) => setName(event.currentTarget.value)}
        />
        <Select
          label={text('tokens.scope')}
          value={scope}
          choices={(['read', 'write'] as const).map((value) => ({ value, name: text(`tokens.scope.${value}`) }))}
          onChange={setScope}
        />
        <div>
          <Button type="submit" disabled={make.isPending || name.trim() === ''}>
            {text('tokens.add')}
          </Button>
        </div>
      </form>
    </SettingsSection>
  )
}

function TokenRow({ token }: { token: ApiToken }) {
  const reader = useReader()
  const { text } = reader
  const revoke = useRevokeToken()
  return (
    <li className="flex min-h-row items-center gap-3 py-2 ps-4 pe-2">
      <KeyRound className="size-4.5 shrink-0 text-accent" aria-hidden="true" />
      <div className="min-w-0 grow">
        <p dir="auto" className="truncate">
          {token.name}
        </p>
        <p className="text-small text-muted">
          {text(`tokens.scope.${token.scope}`)} ·{' '}
          {token.lastUsedAt === null ? text('tokens.unused') : text('tokens.used', { when: sayAgo(token.lastUsedAt, reader) })}
        </p>
      </div>
      <Button look="quiet" aria-label={text('tokens.revokeOf', { name: token.name })} onClick={() => revoke.mutate(token)}>
        {text('tokens.revoke')}
      </Button>
    </li>
  )
}
