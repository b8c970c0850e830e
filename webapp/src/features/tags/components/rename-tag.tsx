import { useState } from 'react'
import type { Tag } from '@/api/types'
import { Button } from '@/components/button'
import { Dialog } from '@/components/dialog'
import { TextField } from '@/components/text-field'
import { useText } from '@/lib/i18n'
import { sayProblem } from '@/lib/say-problem'
import { showToast } from '@/lib/toasts'
import { useRenameTag } from '../api/rename-tag'

interface RenameTagProps {
  tag: Tag
  others: readonly Tag[]
  onClose: () => void
}

/** Another name for a tag; the name of another makes the two one, which is said before. */
export function RenameTag({ tag, others, onClose }: RenameTagProps) {
  const text = useText()
  const [name, setName] = useState(tag.name)
  const rename = useRenameTag()
  const wanted = name.trim().toLowerCase()
  const other = others.find((one) => one.name === wanted && one.name !== tag.name)

  const save = () => {
    if (wanted === '' || wanted === tag.name) {
      onClose()
      return
    }
    rename.mutate(
      { tag, name: wanted, merge: other !== undefined },
      {
        onSuccess: () => {
          showToast({ about: tag.name, text: text(other === undefined ? 'tags.said.renamed' : 'tags.said.merged', { from: tag.name, to: wanted }) })
          onClose()
        },
      },
    )
  }

  return (
    <Dialog
      open
      onClose={onClose}
      title={text('tags.renameOf', { name: tag.name })}
      actions={
        <>
          <Button onClick={onClose}>{text('action.cancel')}</Button>
          <Button look="primary" type="submit" form="rename-tag" disabled={rename.isPending || wanted === ''}>
            {text(other === undefined ? 'tags.rename' : 'tags.merge')}
          </Button>
        </>
      }
    >
      <form
        id="rename-tag"
        onSubmit={(event) => {
          event.preventDefault()
          save()
        }}
      >
        <TextField
          label={text('tags.name')}
          hint={
            other === undefined
              ? text('tags.renameHint', { count: tag.all })
              : text('tags.mergeHint', { from: tag.name, to: other.name, count: tag.all + other.all })
          }
          error={rename.error === null ? undefined : sayProblem(rename.error, text)}
          value={name}
          maxLength={50}
          onChange={(event) => setName(event.currentTarget.value)}
        />
      </form>
    </Dialog>
  )
}
