import { parseDate, parseTime } from '@internationalized/date'
import { CalendarDays, ChevronLeft, ChevronRight } from 'lucide-react'
import {
  Button,
  Calendar,
  CalendarCell,
  CalendarGrid,
  DateInput,
  DatePicker,
  DateSegment,
  Dialog,
  FieldError,
  Group,
  Heading,
  I18nProvider,
  Label,
  Popover,
  TimeField as AriaTimeField,
} from 'react-aria-components'
import { useFirstDay } from '@/hooks/use-me'
import { formatLocale } from '@/lib/i18n'
import { fieldLooks, labelLooks } from './field'
import { sheetLooks } from './sheet'

interface MomentFieldProps {
  label: string
  /** "2026-11-27", "14:00"; "" while there is none. */
  value: string
  onChange: (value: string) => void
}

// As large as a finger or a tremor needs it (WCAG 2.2, 2.5.8); what stands between two fields is no target.
const segment = 'inline-flex h-6 min-w-6 items-center justify-center rounded-small px-px tabular-nums data-[type=literal]:min-w-0 outline-none data-focused:bg-accent data-focused:text-on-accent data-placeholder:text-faint'
const arrow = 'flex size-8 items-center justify-center rounded-small text-muted data-hovered:bg-hover'

/** A date, written or chosen, in the order that the locale has. */
export function DateField({ label, value, onChange }: MomentFieldProps) {
  return (
    <I18nProvider locale={formatLocale}>
      <DatePicker
        value={value === '' ? null : parseDate(value)}
        onChange={(date) => onChange(date?.toString() ?? '')}
        className="flex min-w-0 flex-col gap-1"
      >
        <Label className={labelLooks}>{label}</Label>
        <Group className={`${fieldLooks} flex items-center`}>
          <DateInput className="flex grow">{(part) => <DateSegment segment={part} className={segment} />}</DateInput>
          <Button className="flex size-6 items-center justify-center rounded-small text-faint data-hovered:text-text">
            <CalendarDays className="size-4" aria-hidden="true" />
          </Button>
        </Group>
        <Popover className={`${sheetLooks} p-3`}>
          <Dialog className="outline-none">
            <MonthGrid />
          </Dialog>
        </Popover>
      </DatePicker>
    </I18nProvider>
  )
}

/** The days of a month in the person's weeks, to choose one; inside a DatePicker, or anything that gives it a value. */
export function MonthGrid(props: React.ComponentProps<typeof Calendar>) {
  const firstDayOfWeek = useFirstDay()
  return (
    <Calendar firstDayOfWeek={firstDayOfWeek} {...props} className="w-64">
      <header className="mb-2 flex items-center justify-between">
        <Button slot="previous" className={arrow}>
          <ChevronLeft className="size-4 rtl:rotate-180" aria-hidden="true" />
        </Button>
        <Heading className="text-small font-strong" />
        <Button slot="next" className={arrow}>
          <ChevronRight className="size-4 rtl:rotate-180" aria-hidden="true" />
        </Button>
      </header>
      <CalendarGrid weekdayStyle="short" className="w-full text-center text-small tabular-nums [&_th]:pb-1 [&_th]:font-normal [&_th]:text-faint">
        {(date) => (
          <CalendarCell
            date={date}
            className="mx-auto flex size-8 items-center justify-center rounded-full outline-none data-hovered:bg-hover data-outside-month:invisible data-focus-visible:ring-2 data-focus-visible:ring-accent data-today:font-strong data-today:text-accent data-selected:bg-accent data-selected:text-on-accent"
          />
        )}
      </CalendarGrid>
    </Calendar>
  )
}

/** "09:00" where the locale writes it so, "9:00 am" where it does not. */
const padsHours = new Intl.DateTimeFormat(formatLocale, { timeStyle: 'short', timeZone: 'UTC' }).format(Date.UTC(2024, 0, 1, 9)).startsWith('0')

/** A time of day, in the 12 or 24 hours of the locale. */
export function TimeField({ label, value, onChange, error }: MomentFieldProps & { error?: string | undefined }) {
  return (
    <I18nProvider locale={formatLocale}>
      <AriaTimeField
        value={value === '' ? null : parseTime(value)}
        onChange={(time) => onChange(time?.toString().slice(0, 5) ?? '')}
        isInvalid={error !== undefined}
        shouldForceLeadingZeros={padsHours}
        className="flex min-w-0 flex-col gap-1"
      >
        <Label className={labelLooks}>{label}</Label>
        <DateInput className={`${fieldLooks} flex items-center`}>
          {(part) => <DateSegment segment={part} className={segment} />}
        </DateInput>
        <FieldError className="text-small text-late">{error}</FieldError>
      </AriaTimeField>
    </I18nProvider>
  )
}
