import { Mark } from '@/components/mark'
import { Button } from '@/components/button'
import { useText } from '@/lib/i18n'

/** Shown to whoever is not signed in: how to, in one step. */
export function SignIn({ onCheck, checking }: { onCheck: () => void; checking: boolean }) {
  const text = useText()
  return (
    <main className="mx-auto flex min-h-dvh max-w-narrow flex-col justify-center gap-4 px-6 py-12">
      <title>{`${text('signIn.title')} · Punctual`}</title>
      <Mark />
      <h1 className="text-title font-strong">{text('signIn.title')}</h1>
      <p className="text-lead text-muted">{text('signIn.how')}</p>
      <p className="rounded-card border border-line bg-surface px-4 py-3 font-mono text-small shadow-card">
        <span className="text-faint select-none">$ </span>./punctual up
      </p>
      <p className="text-muted">{text('signIn.once')}</p>
      <div>
        <Button onClick={onCheck} disabled={checking}>
          {text('signIn.check')}
        </Button>
      </div>
    </main>
  )
}
