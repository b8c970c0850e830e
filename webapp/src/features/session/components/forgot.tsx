import { TextField } from '@/components/text-field'
import { useText } from '@/lib/i18n'
import { useAskReset } from '../api/reset-password'
import { Form } from './form'
import { Welcome } from './welcome'

/** Asks for a mail that lets set a new password. */
export function Forgot({ back }: { back: React.ReactNode }) {
  const text = useText()
  const ask = useAskReset()
  return (
    <Welcome title="forgot.title" lead={text('forgot.lead')}>
      {ask.isSuccess ? (
        <p role="status" className="rounded-card border border-line bg-surface p-5 shadow-card">
          {text('forgot.sent')}
        </p>
      ) : (
        <Form action={text('forgot.do')} error={ask.error} busy={ask.isPending} onSubmit={({ email = '' }) => ask.mutate(email.trim())}>
          <TextField label={text('forgot.email')} name="email" type="email" required autoComplete="email" />
        </Form>
      )}
      {back}
    </Welcome>
  )
}
