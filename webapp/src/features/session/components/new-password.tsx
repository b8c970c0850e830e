import { TextField } from '@/components/text-field'
import { useText } from '@/lib/i18n'
import { useResetPassword } from '../api/reset-password'
import { Form } from './form'
import { Welcome } from './welcome'

/** Where a mailed link leads: a new password in place of one that was forgotten. */
export function NewPassword({ token, back }: { token: string; back: React.ReactNode }) {
  const text = useText()
  const reset = useResetPassword()
  return (
    <Welcome title="reset.title" lead={text('reset.lead')}>
      {reset.isSuccess ? (
        <p role="status" className="rounded-card border border-line bg-surface p-5 shadow-card">
          {text('reset.done')}
        </p>
      ) : (
        <Form action={text('reset.do')} error={reset.error} busy={reset.isPending} onSubmit={({ password = '' }) => reset.mutate({ token, password })}>
          <TextField label={text('reset.password')} hint={text('password.rule')} name="password" type="password" required minLength={10} maxLength={200} autoComplete="new-password" />
        </Form>
      )}
      {back}
    </Welcome>
  )
}
