import { useQuery } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { Circle, type LucideIcon } from 'lucide-react'
import { useDeferredValue, useState } from 'react'
import { Autocomplete, Dialog, Input, Menu, MenuItem, Modal, ModalOverlay, SearchField, useFilter } from 'react-aria-components'
import { itemLooks } from '@/components/sheet'
import { byWordsOptions } from '@/features/tasks/api/find-by-words'
import { type Hotkeys, useAllHotkeys } from '@/lib/hotkeys'
import { useText } from '@/lib/i18n'
import { allPlaces } from './places'
import { useTypedAhead } from './use-typed-ahead'

interface Command {
  id: string
  name: string
  key: string
  icon: LucideIcon | null
  run: () => void
}

/** Every task and everything that can be done here, found by a few letters. */
export function Palette({ onClose }: { onClose: () => void }) {
  const typed = useTypedAhead()
  return typed === null ? null : <OpenPalette typed={typed} onClose={onClose} />
}

function OpenPalette({ typed, onClose }: { typed: string; onClose: () => void }) {
  const text = useText()
  const [written, setWritten] = useState(typed)
  const words = useDeferredValue(written.trim())
  const tasks = useTasks(words)
  const commands = useCommands(useAllHotkeys())
  const { contains } = useFilter({ sensitivity: 'base' })
  const items = [...commands.filter(({ name }) => contains(name, written.trim())), ...tasks]

  const run = (id: React.Key) => {
    onClose()
    // Once the palette is gone and the focus is back, as if the key had been pressed there.
    setTimeout(() => items.find((item) => item.id === id)?.run())
  }

  return (
    <ModalOverlay isOpen onOpenChange={(open) => !open && onClose()} isDismissable className="fixed inset-0 z-50 flex items-start justify-center bg-veil px-4 pt-[12dvh]">
      <Modal className="w-full max-w-narrow animate-arrive">
        {/* It scrolls as a whole, so that what scrolls holds the focus. */}
        <Dialog aria-label={text('palette.title')} className="max-h-[70dvh] scroll-pt-14 overflow-y-auto rounded-card border border-line bg-surface shadow-overlay outline-none">
          <Autocomplete inputValue={written} onInputChange={setWritten}>
            {/* It was opened to type into: the focus goes nowhere else. */}
            {/* eslint-disable-next-line jsx-a11y/no-autofocus */}
            <SearchField aria-label={text('palette.title')} autoFocus className="sticky top-0 z-10 border-b border-line bg-surface">
              <Input placeholder={text('palette.placeholder')} className="h-12 w-full bg-transparent px-4 outline-none [&::-webkit-search-cancel-button]:hidden" />
            </SearchField>
            <Menu
              aria-label={text('palette.title')}
              items={items}
              onAction={run}
              className="p-2 outline-none"
              renderEmptyState={() => <p className="px-2 py-4 text-small text-muted">{text('palette.none')}</p>}
            >
              {({ id, name, key, icon: Icon }) => (
                <MenuItem id={id} textValue={name} className={itemLooks}>
                  <span className="flex size-4 shrink-0 text-faint">{Icon !== null && <Icon className="size-4" aria-hidden="true" />}</span>
                  <span dir="auto" className="min-w-0 grow truncate">
                    {name}
                  </span>
                  <kbd className="hidden shrink-0 font-sans text-faint pointer-fine:inline">{key.replace('mod+', `${text('keys.mod')} `)}</kbd>
                </MenuItem>
              )}
            </Menu>
          </Autocomplete>
        </Dialog>
      </Modal>
    </ModalOverlay>
  )
}

function useCommands(keys: Hotkeys): Command[] {
  const text = useText()
  const navigate = useNavigate()
  const goes = new Set(allPlaces.map((place) => place.goes))
  const commands = Object.entries(keys)
    .filter(([, { does }]) => does !== 'keys.palette' && !goes.has(does))
    .map(([key, { does, run }]): Command => ({ id: `${does} ${key}`, name: text(does), key, icon: null, run }))
  const places = allPlaces.map(
    ({ to, goes: does, key, icon }): Command => ({ id: does, name: text(does), key: `g ${key}`, icon, run: () => void navigate({ to }) }),
  )
  return [...places, ...commands]
}

function useTasks(words: string): Command[] {
  const navigate = useNavigate()
  const { data } = useQuery(byWordsOptions(words))
  if (words.length < 2 || data === undefined) return []
  return data.items.map(
    ({ id, title }): Command => ({
      id,
      name: title,
      key: '',
      icon: Circle,
      run: () => void navigate({ to: '.', search: (before) => ({ ...before, task: id }) }),
    }),
  )
}
