import { useNavigate } from '@tanstack/react-router'
import { Autocomplete, Dialog, Input, Menu, MenuItem, Modal, ModalOverlay, SearchField, useFilter } from 'react-aria-components'
import { itemLooks } from '@/components/sheet'
import { useText } from '@/lib/i18n'
import { useAllHotkeys } from '@/lib/hotkeys'
import { allPlaces } from './places'

/** Everything that can be done here, found by a few letters. */
export function Palette({ onClose }: { onClose: () => void }) {
  const text = useText()
  const navigate = useNavigate()
  const keys = useAllHotkeys()
  const { contains } = useFilter({ sensitivity: 'base' })

  const goes = new Set(allPlaces.map((place) => place.goes))
  const commands = [
    ...Object.entries(keys)
      .filter(([, { does }]) => does !== 'keys.palette' && !goes.has(does))
      .map(([key, { does, run }]) => ({ id: does, name: text(does), key, icon: null, run })),
    ...allPlaces.map(({ to, goes: does, key, icon }) => ({
      id: does, name: text(does), key: `g ${key}`, icon, run: () => void navigate({ to }),
    })),
  ]

  const run = (id: React.Key) => {
    onClose()
    // Once the palette is gone and the focus is back, as if the key had been pressed there.
    setTimeout(() => commands.find((command) => command.id === id)?.run())
  }

  return (
    <ModalOverlay isOpen onOpenChange={(open) => !open && onClose()} isDismissable className="fixed inset-0 z-50 flex items-start justify-center bg-veil px-4 pt-[12dvh]">
      <Modal className="w-full max-w-narrow animate-arrive">
        <Dialog aria-label={text('palette.title')} className="overflow-hidden rounded-card border border-line bg-surface shadow-overlay outline-none">
          <Autocomplete filter={contains}>
            {/* It was opened to type into: the focus goes nowhere else. */}
            {/* eslint-disable-next-line jsx-a11y/no-autofocus */}
            <SearchField aria-label={text('palette.title')} autoFocus className="border-b border-line">
              <Input placeholder={text('palette.placeholder')} className="h-12 w-full bg-transparent px-4 outline-none [&::-webkit-search-cancel-button]:hidden" />
            </SearchField>
            <Menu aria-label={text('palette.title')} items={commands} onAction={run} className="max-h-96 overflow-y-auto p-2 outline-none" renderEmptyState={() => <p className="px-2 py-4 text-small text-muted">{text('palette.none')}</p>}>
              {({ id, name, key, icon: Icon }) => (
                <MenuItem id={id} textValue={name} className={itemLooks}>
                  <span className="flex size-4 shrink-0 text-faint">{Icon !== null && <Icon className="size-4" aria-hidden="true" />}</span>
                  <span className="grow">{name}</span>
                  <kbd className="font-sans text-faint">{key.replace('mod+', `${text('keys.mod')} `)}</kbd>
                </MenuItem>
              )}
            </Menu>
          </Autocomplete>
        </Dialog>
      </Modal>
    </ModalOverlay>
  )
}
