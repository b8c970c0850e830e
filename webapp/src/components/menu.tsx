import type { LucideIcon } from 'lucide-react'
import type { ComponentProps } from 'react'
import { Menu as AriaMenu, MenuItem, MenuTrigger, Popover, Pressable } from 'react-aria-components'
import { itemLooks, sheetLooks } from './sheet'

export interface MenuChoice {
  id: string
  name: string
  icon?: LucideIcon
  /** Destroys something: it stands in the colour of that. */
  grave?: boolean
  disabled?: boolean
  /** Its key, shown beside it. */
  keys?: string
  run: () => void
}

interface MenuProps {
  label: string
  choices: readonly MenuChoice[]
  /** The button that opens it. */
  children: ComponentProps<typeof Pressable>['children']
}

/** A few things to do, behind a button. */
export function Menu({ label, choices, children }: MenuProps) {
  return (
    <MenuTrigger>
      <Pressable>{children}</Pressable>
      <Popover placement="bottom end" className={`${sheetLooks} min-w-48 p-1`}>
        <AriaMenu
          aria-label={label}
          className="outline-none"
          disabledKeys={choices.filter(({ disabled }) => disabled).map(({ id }) => id)}
          onAction={(key) => choices.find(({ id }) => id === key)?.run()}
        >
          {choices.map(({ id, name, icon: Icon, grave, keys }) => (
            <MenuItem key={id} id={id} textValue={name} className={`${itemLooks} ${grave === true ? 'text-late' : ''}`}>
              {Icon !== undefined && <Icon className="size-4 shrink-0" aria-hidden="true" />}
              <span className="grow">{name}</span>
              {keys !== undefined && <kbd className="font-sans text-faint">{keys}</kbd>}
            </MenuItem>
          ))}
        </AriaMenu>
      </Popover>
    </MenuTrigger>
  )
}
