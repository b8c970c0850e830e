interface Chip<Value extends string | number> {
  value: Value
  /** As it is shown. */
  name: string
  /** In full, where the name is short. */
  fullName?: string
}

interface ChoiceChipsProps<Value extends string | number> {
  label: string
  chips: readonly Chip<Value>[]
  chosen: readonly Value[]
  onPress: (value: Value) => void
  /** All of one width, in a grid of so many columns. */
  columns?: 4 | 6 | 7
}

const grids = { 4: 'grid grid-cols-4', 6: 'grid grid-cols-4 tablet:grid-cols-6', 7: 'grid grid-cols-7' } as const

/** Some of a few, all in sight. */
export function ChoiceChips<Value extends string | number>({ label, chips, chosen, onPress, columns }: ChoiceChipsProps<Value>) {
  return (
    <div role="group" aria-label={label} className={`${columns === undefined ? 'flex flex-wrap' : grids[columns]} gap-1`}>
      {chips.map(({ value, name, fullName }) => (
        <button
          key={value}
          type="button"
          aria-pressed={chosen.includes(value)}
          {...(fullName !== undefined && { 'aria-label': fullName, title: fullName })}
          onClick={() => onPress(value)}
          className={`min-h-8 rounded-small border border-line bg-surface text-small tabular-nums text-muted transition-colors hover:bg-hover hover:text-text aria-pressed:border-accent aria-pressed:bg-accent-soft aria-pressed:font-strong aria-pressed:text-accent-strong pointer-coarse:min-h-11 ${columns === undefined ? 'px-3' : 'px-1'}`}
        >
          {name}
        </button>
      ))}
    </div>
  )
}
