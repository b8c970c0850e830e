import type { ComponentProps, ReactNode } from 'react'
import { Dialog, DialogTrigger, Popover as AriaPopover, Pressable } from 'react-aria-components'
import { sheetLooks } from './sheet'

interface PopoverProps {
  label: string
  /** The button that opens it. */
  trigger: ComponentProps<typeof Pressable>['children']
  children: ReactNode | ((close: () => void) => ReactNode)
  defaultOpen?: boolean
  onOpenChange?: (open: boolean) => void
}

/** A little more, beside the button that opens it. */
export function Popover({ label, trigger, children, defaultOpen = false, onOpenChange }: PopoverProps) {
  return (
    <DialogTrigger defaultOpen={defaultOpen} {...(onOpenChange && { onOpenChange })}>
      <Pressable>{trigger}</Pressable>
      <AriaPopover placement="bottom start" className={`${sheetLooks} max-w-[calc(100vw-2rem)]`}>
        <Dialog aria-label={label} className="p-3 outline-none">
          {({ close }) => <>{typeof children === 'function' ? children(close) : children}</>}
        </Dialog>
      </AriaPopover>
    </DialogTrigger>
  )
}
