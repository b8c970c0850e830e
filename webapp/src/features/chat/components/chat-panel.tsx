import { SendHorizontal, Sparkles, Square } from 'lucide-react'
import { type SyntheticEvent, useEffect, useRef } from 'react'
import { IconButton } from '@/components/icon-button'
import { useDraft } from '@/lib/drafts'
import { useText } from '@/lib/i18n'
import { cancel, forget, speak, useChat } from '../lib/turns'
import '../strings'
import { TurnView } from './turn-view'

const EXAMPLES = ['chat.example.today', 'chat.example.report', 'chat.example.travel'] as const

/** The assistant: what it did, what it needs, and how to take it back. */
export function ChatPanel() {
  const text = useText()
  const { turns } = useChat()
  const [kept, setWritten] = useDraft<string>('chat')
  const written = kept ?? ''
  const end = useRef<HTMLDivElement>(null)
  const field = useRef<HTMLTextAreaElement>(null)
  const running = turns.at(-1)?.state === 'running'
  const heard = turns.at(-1)?.heard.length ?? 0

  useEffect(() => {
    // In newer browsers it answers with a promise, which React would take for a way to clean up.
    end.current?.scrollIntoView({ block: 'end' })
  }, [turns.length, heard])
  useEffect(() => field.current?.focus(), [])

  const send = (event: SyntheticEvent) => {
    event.preventDefault()
    const message = written.trim()
    if (message === '' || running) return
    setWritten(null)
    void speak(message)
  }

  return (
    <>
      <div className="flex min-h-0 grow flex-col overflow-y-auto p-4">
        {turns.length === 0 && (
          <div className="my-auto flex flex-col items-center gap-3 text-center">
            <span className="flex size-12 items-center justify-center rounded-full bg-accent-soft text-accent">
              <Sparkles className="size-6" aria-hidden="true" />
            </span>
            <p className="text-muted">{text('chat.empty')}</p>
            <ul className="flex flex-col gap-2">
              {EXAMPLES.map((id) => (
                <li key={id}>
                  <button type="button" onClick={() => void speak(text(id))} className="min-h-9 rounded-full border border-line px-3 text-small hover:bg-hover">
                    {text(id)}
                  </button>
                </li>
              ))}
            </ul>
          </div>
        )}
        <div role="log" aria-label={text('chat.log')}>
          <ol className="flex flex-col gap-5">
            {turns.map((turn) => (
              <TurnView key={turn.key} turn={turn} />
            ))}
          </ol>
        </div>
        <div ref={end} />
      </div>
      <form onSubmit={send} className="border-t border-line p-3">
        <div className="flex items-end gap-1 rounded-card border border-line-strong bg-surface ps-3 pe-1 has-focus:border-accent has-focus:ring-1 has-focus:ring-accent">
          <textarea
            ref={field}
            rows={1}
            dir="auto"
            aria-label={text('chat.say')}
            placeholder={text('chat.placeholder')}
            maxLength={10_000}
            value={written}
            onChange={(event) => setWritten(event.target.value === '' ? null : event.target.value)}
            onKeyDown={(event) => {
              if (event.key === 'Enter' && !event.shiftKey && !event.nativeEvent.isComposing) send(event)
            }}
            className="field-sizing-content max-h-40 min-w-0 grow resize-none bg-transparent py-2 outline-none"
          />
          <div className="flex py-0.5">
            {running ? (
              <IconButton label={text('chat.stop')} icon={Square} onClick={cancel} />
            ) : (
              <IconButton label={text('chat.send')} icon={SendHorizontal} type="submit" disabled={written.trim() === ''} />
            )}
          </div>
        </div>
        {turns.length > 0 && !running && (
          <button type="button" onClick={forget} className="mt-2 px-1 text-small text-faint underline-offset-4 hover:underline">
            {text('chat.forget')}
          </button>
        )}
      </form>
    </>
  )
}
