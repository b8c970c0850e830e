import { TextField } from '@/components/text-field'
import { useText } from '@/lib/i18n'
import { useMakeAccount } from '../api/make-account'
import { Form } from './form'
import { Welcome } from './welcome'

/** Makes an account: by an invitation, or where everybody may. */
export function Join({ invitation, asks, back }: { invitation: string | null; asks: boolean; back: React.ReactNode }) {
  const text = useText()
  const make = useMakeAccount()
  return (
    <Welcome title="join.title" lead={text('join.lead')}>
      <Form
        action={text('join.do')}
        error={make.error}
        busy={make.isPending}
        onSubmit={({ name = '', email = '', password = '', code }) =>
          make.mutate({ name: name.trim(), email: email.trim(), password, invitation: invitation ?? code?.trim() ?? null })
        }
      >
        {asks && invitation === null && <TextField label={text('join.invitation')} name="code" required autoComplete="off" />}
        <TextField label={text('join.name')} name="name" required maxLength={100} autoComplete="username" />
        <TextField label={text('join.email')} hint={text('join.email.why')} name="email" type="email" autoComplete="email" />
        <TextField label={text('signIn.password')} hint={text('password.rule')} name="password" type="password" required minLength={10} maxLength={200} autoComplete="new-password" />
      </Form>
      {back}
    </Welcome>
  )
}
