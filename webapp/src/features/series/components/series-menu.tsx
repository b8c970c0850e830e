import { useNavigate } from '@tanstack/react-router'
import { Ban, EllipsisVertical, Pause, Pencil, Play, Trash2 } from 'lucide-react'
import { IconButton } from '@/components/icon-button'
import { Menu, type MenuChoice } from '@/components/menu'
import { useText } from '@/lib/i18n'
import { useDeleteSeries } from '../api/delete-series'
import { useSetState } from '../api/set-state'
import type { Series } from '../api/types'
import { isLive, isOver } from '../lib/series-sections'

/** What can be done with a series as a whole. */
export function SeriesMenu({ series }: { series: Series }) {
  const text = useText()
  const navigate = useNavigate()
  const setState = useSetState()
  const remove = useDeleteSeries()

  const choices: MenuChoice[] = [
    {
      id: 'edit',
      name: text('series.edit'),
      icon: Pencil,
      run: () => void navigate({ to: '/recurring/$seriesId', params: { seriesId: series.id } }),
    },
    ...(isLive(series)
      ? [{ id: 'pause', name: text('series.pause'), icon: Pause, run: () => setState.mutate({ series, change: 'pause' }) }]
      : []),
    ...(series.status === 'paused'
      ? [{ id: 'resume', name: text('series.resume'), icon: Play, run: () => setState.mutate({ series, change: 'resume' }) }]
      : []),
    ...(isOver(series)
      ? []
      : [{ id: 'cancel', name: text('series.cancel'), icon: Ban, grave: true, run: () => setState.mutate({ series, change: 'cancel' }) }]),
    { id: 'delete', name: text('series.delete'), icon: Trash2, grave: true, run: () => remove.mutate(series) },
  ]
  return (
    <Menu label={text('series.actions', { title: series.title })} choices={choices}>
      <IconButton label={text('series.actions', { title: series.title })} icon={EllipsisVertical} />
    </Menu>
  )
}
