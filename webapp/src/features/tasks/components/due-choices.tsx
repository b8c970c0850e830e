import { useReader } from '@/hooks/use-reader'
import { goByArrows } from '@/lib/arrows'
import { dayOf } from '@/lib/say-due'

/** The days that are meant most often, by a word; null: no date. */
export function DueChoices({ onChoose, none = true, autoFocus = false }: { onChoose: (date: string | null) => void; none?: boolean; autoFocus?: boolean }) {
  const { text, now, zone, locale } = useReader()
  const today = dayOf(now, zone)
  const choices = [
    { name: text('due.choose.today'), date: today.toString() },
    { name: text('due.choose.tomorrow'), date: today.add({ days: 1 }).toString() },
    { name: text('due.choose.nextWeek'), date: today.add({ days: 7 }).toString() },
    ...(none ? [{ name: text('due.clear'), date: null }] : []),
  ]
  return (
    <div className="flex flex-col" onKeyDown={goByArrows}>
      {choices.map(({ name, date }, index) => (
        <button
          key={name}
          type="button"
          // eslint-disable-next-line jsx-a11y/no-autofocus -- its dialog was opened to choose
          autoFocus={autoFocus && index === 0}
          className="flex min-h-8 items-center justify-between rounded-small px-2 text-start text-small hover:bg-hover pointer-coarse:min-h-11"
          onClick={() => onChoose(date)}
        >
          {name}
          {date !== null && <span className="text-faint">{sayDayOf(date, locale)}</span>}
        </button>
      ))}
    </div>
  )
}

function sayDayOf(date: string, locale: string): string {
  return new Intl.DateTimeFormat(locale, { weekday: 'short', day: 'numeric', month: 'short', timeZone: 'UTC' })
    .format(Date.parse(`${date}T12:00:00Z`))
    .replace(',', '')
}
