import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { Button } from '@/components/button'
import { TextField } from '@/components/text-field'
import { useText } from '@/lib/i18n'
import { waysOptions } from '@/hooks/use-ways'
import { useSignIn } from '../api/sign-in'
import '../strings'
import { Forgot } from './forgot'
import { Form } from './form'
import { Join } from './join'
import { NewPassword } from './new-password'
import { Welcome } from './welcome'

/** Where links lead that somebody gets by mail or from a friend; their secret is behind the hash, which no server sees. */
const place = () => ({ path: window.location.pathname, secret: window.location.hash.slice(1) })

type Step = 'sign-in' | 'join' | 'forgot' | 'reset'

/** Shown to whoever is not signed in: each way in that there is here. */
export function SignIn({ onCheck, checking }: { onCheck: () => void; checking: boolean }) {
  const text = useText()
  const { data: ways } = useQuery(waysOptions)
  const [{ path, secret }] = useState(place)
  const [step, setStep] = useState<Step>(path === '/reset' ? 'reset' : path === '/join' ? 'join' : 'sign-in')
  const signIn = useSignIn()

  const goTo = (next: Step) => {
    // A secret that was used, or is not wanted, does not stay in the address.
    if (path === '/reset' || path === '/join') window.location.assign('/')
    else setStep(next)
  }
  const back = (
    <div>
      <Button look="quiet" onClick={() => goTo('sign-in')}>
        {text('signIn.back')}
      </Button>
    </div>
  )

  if (step === 'reset') return <NewPassword token={secret} back={back} />
  if (step === 'forgot') return <Forgot back={back} />
  if (step === 'join') return <Join invitation={path === '/join' && secret !== '' ? secret : null} asks={ways?.signUp === 'invitation'} back={back} />

  return (
    <Welcome title="signIn.title">
      <Form
        action={text('signIn.do')}
        error={signIn.error}
        busy={signIn.isPending}
        onSubmit={({ name = '', password = '' }) => signIn.mutate({ name: name.trim(), password })}
      >
        <TextField label={text('signIn.name')} name="name" required autoComplete="username" autoCapitalize="none" />
        <TextField label={text('signIn.password')} name="password" type="password" required autoComplete="current-password" />
      </Form>
      {ways?.openId != null && (
        <a
          href="/api/v1/session/openid"
          className="inline-flex min-h-9 items-center justify-center rounded-small border border-line-strong px-3 text-small font-strong hover:bg-hover pointer-coarse:min-h-11"
        >
          {text('signIn.openId', { name: ways.openId })}
        </a>
      )}
      {ways !== undefined && (ways.reset || ways.signUp !== 'closed') && (
        <div className="-mx-3 flex flex-wrap gap-1">
          {ways.signUp !== 'closed' && (
            <Button look="quiet" onClick={() => goTo('join')}>
              {text(ways.signUp === 'open' ? 'signIn.join' : 'signIn.invited')}
            </Button>
          )}
          {ways.reset && (
            <Button look="quiet" onClick={() => goTo('forgot')}>
              {text('signIn.forgot')}
            </Button>
          )}
        </div>
      )}
      <div className="flex flex-col items-start gap-2 border-t border-line pt-4 text-small text-muted">
        <p>{text('signIn.link')}</p>
        <Button onClick={onCheck} disabled={checking}>
          {text('signIn.check')}
        </Button>
      </div>
    </Welcome>
  )
}
