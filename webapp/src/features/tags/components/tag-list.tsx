import { useQuery } from '@tanstack/react-query'
import { Tag as TagIcon } from 'lucide-react'
import { useState } from 'react'
import type { Tag } from '@/api/types'
import { EmptyState } from '@/components/empty-state'
import { ProblemNotice } from '@/components/problem-notice'
import { SkeletonRows } from '@/components/skeleton-rows'
import { useText } from '@/lib/i18n'
import { tagsOptions } from '../api/get-tags'
import { RenameTag } from './rename-tag'
import { TagRow } from './tag-row'

/** Every tag, those with the most to do first. */
export function TagList() {
  const text = useText()
  const tags = useQuery(tagsOptions)
  const [renaming, setRenaming] = useState<Tag | null>(null)

  if (tags.isPending) return <SkeletonRows widths={['22%', '30%', '18%', '26%']} label={text('tags.loading')} />
  if (tags.data === undefined) {
    return <ProblemNotice what={text('tags.failed')} error={tags.error} onRetry={() => void tags.refetch()} />
  }
  if (tags.data.items.length === 0) {
    return <EmptyState icon={TagIcon} title={text('tags.empty.title')} what={text('tags.empty.what')} />
  }
  const sorted = [...tags.data.items].sort((one, other) => other.open - one.open || one.name.localeCompare(other.name))
  return (
    <>
      <ul className="divide-y divide-line rounded-card border border-line bg-surface shadow-card">
        {sorted.map((tag) => (
          <TagRow key={tag.name} tag={tag} onRename={() => setRenaming(tag)} />
        ))}
      </ul>
      {renaming !== null && <RenameTag tag={renaming} others={sorted} onClose={() => setRenaming(null)} />}
    </>
  )
}
