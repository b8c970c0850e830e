import { Check, ChevronDown } from 'lucide-react'
import { useMemo, useState } from 'react'
import { Button, ComboBox, Group, Input, Label, ListBox, ListBoxItem, Popover } from 'react-aria-components'
import { useReader } from '@/hooks/use-reader'
import { placeOf } from '@/lib/say-due'
import { findZones, offsetOf } from '@/lib/zones'
import { fieldLooks, labelLooks } from './field'
import { itemLooks, sheetLooks } from './sheet'

interface ZoneFieldProps {
  label: string
  /** IANA name; null is the first choice, which `none` names. */
  value: string | null
  onChange: (zone: string | null) => void
  /** What no zone means: "My own, wherever I am". Without it there has to be one. */
  none?: string
}

const NONE = 'none'
/** More than anybody reads; whoever wants another writes a letter more. */
const AT_MOST = 40

/** A time zone, found by its city or its region. */
export function ZoneField({ label, value, onChange, none }: ZoneFieldProps) {
  const { now, locale, text } = useReader()
  const said = value === null ? (none ?? '') : placeOf(value)
  const [written, setWritten] = useState(said)
  const [shown, setShown] = useState(said)
  if (shown !== said) {
    setShown(said)
    setWritten(said)
  }
  const items = useMemo(() => {
    const found = findZones(written === said ? '' : written).slice(0, AT_MOST)
    const here = found.some(({ name }) => name === value) || written !== said || value === null ? [] : findZones(value)
    const choices = [...here.slice(0, 1), ...found].map((zone) => ({ id: zone.name, ...zone }))
    return none === undefined ? choices : [{ id: NONE, name: NONE, place: none, region: '' }, ...choices]
  }, [written, said, none, value])

  return (
    <ComboBox
      value={value ?? (none === undefined ? null : NONE)}
      inputValue={written}
      onInputChange={setWritten}
      onChange={(key) => {
        if (key === null) {
          setWritten(said)
          return
        }
        const zone = key === NONE ? null : String(key)
        setWritten(zone === null ? (none ?? '') : placeOf(zone))
        onChange(zone)
      }}
      items={items}
      menuTrigger="focus"
      allowsEmptyCollection
      onBlur={() => setWritten(said)}
      className="flex min-w-0 flex-col gap-1"
    >
      <Label className={labelLooks}>{label}</Label>
      <Group className={`${fieldLooks} flex items-center`}>
        <Input onFocus={(event) => event.currentTarget.select()} className="w-0 grow bg-transparent outline-none" />
        <Button className="flex size-6 items-center justify-center rounded-small text-faint data-hovered:text-text">
          <ChevronDown className="size-4" aria-hidden="true" />
        </Button>
      </Group>
      <Popover className={`${sheetLooks} max-h-80 w-(--trigger-width) min-w-64 overflow-y-auto p-1`}>
        <ListBox<(typeof items)[number]>
          className="outline-none"
          renderEmptyState={() => <p className="px-2 py-1 text-small text-muted">{text('zone.none')}</p>}
        >
          {({ id, name, place, region }) => (
            <ListBoxItem id={id} textValue={place} className={itemLooks}>
              {({ isSelected }) => (
                <>
                  <span className="min-w-0 grow truncate">
                    {place} {region !== '' && <span className="text-faint">{region}</span>}
                  </span>
                  {id !== NONE && <span className="text-faint tabular-nums">{offsetOf(name, now, locale)}</span>}
                  {isSelected && <Check className="size-4 shrink-0 text-accent" aria-hidden="true" />}
                </>
              )}
            </ListBoxItem>
          )}
        </ListBox>
      </Popover>
    </ComboBox>
  )
}
