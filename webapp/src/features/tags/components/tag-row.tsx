import { Link } from '@tanstack/react-router'
import { EllipsisVertical, Pencil, Trash2 } from 'lucide-react'
import type { Tag } from '@/api/types'
import { IconButton } from '@/components/icon-button'
import { Menu } from '@/components/menu'
import { Popover } from '@/components/popover'
import { useText } from '@/lib/i18n'
import { useColourTag } from '../api/colour-tag'
import { useDeleteTag } from '../api/delete-tag'
import { colourNames, colours, nameOfColour } from '../lib/colours'

/** One tag: its colour, its name and how much has it. */
export function TagRow({ tag, onRename }: { tag: Tag; onRename: () => void }) {
  const text = useText()
  const colour = useColourTag()
  const remove = useDeleteTag()
  const { name } = tag
  const current = tag.colour === null ? null : nameOfColour(tag.colour)

  return (
    <li className="flex min-h-row items-center gap-2 py-1 ps-2 pe-2 transition-colors first:rounded-t-card last:rounded-b-card hover:bg-hover">
      <Popover
        label={text('tags.colourOf', { name })}
        trigger={
          <button
            type="button"
            aria-label={text('tags.colourIs', { name, colour: text(current === null ? 'tags.colour.none' : `tags.colour.${current}`) })}
            className="flex size-8 shrink-0 items-center justify-center rounded-small hover:bg-hover pointer-coarse:size-11"
          >
            <Dot colour={tag.colour} />
          </button>
        }
      >
        {(close) => (
          <div className="grid grid-cols-3 gap-1">
            {([...colourNames, null] as const).map((choice) => (
              <button
                key={choice ?? 'none'}
                type="button"
                aria-pressed={choice === current}
                onClick={() => {
                  colour.mutate({ tag, colour: choice === null ? null : colours[choice] })
                  close()
                }}
                className="flex min-h-8 items-center gap-2 rounded-small px-2 text-small hover:bg-hover aria-pressed:font-strong pointer-coarse:min-h-11"
              >
                <Dot colour={choice === null ? null : colours[choice]} />
                {text(choice === null ? 'tags.colour.none' : `tags.colour.${choice}`)}
              </button>
            ))}
          </div>
        )}
      </Popover>
      <Link
        to="/tasks"
        search={{ q: `tag:${/\s/.test(name) ? `"${name}"` : name}` }}
        dir="auto"
        title={name}
        className="min-w-0 grow truncate outline-offset-0"
      >
        {name}
      </Link>
      <span className="shrink-0 text-small text-muted tabular-nums">
        {text('tags.open', { count: tag.open })} <span className="text-faint">· {text('tags.all', { count: tag.all })}</span>
      </span>
      <Menu
        label={text('tags.actions', { name })}
        choices={[
          { id: 'rename', name: text('tags.rename'), icon: Pencil, run: onRename },
          { id: 'delete', name: text('tags.delete', { count: tag.all }), icon: Trash2, grave: true, run: () => remove.mutate(tag) },
        ]}
      >
        <IconButton label={text('tags.actions', { name })} icon={EllipsisVertical} />
      </Menu>
    </li>
  )
}

function Dot({ colour }: { colour: string | null }) {
  return (
    <span
      className={`size-3 shrink-0 rounded-full ${colour === null ? 'border border-line-strong' : ''}`}
      style={colour === null ? undefined : { backgroundColor: colour }}
    />
  )
}
