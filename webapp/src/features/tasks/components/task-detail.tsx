import { Link } from '@tanstack/react-router'
import { Repeat, Trash2 } from 'lucide-react'
import { useState } from 'react'
import type { Task, TaskPatch } from '@/api/types'
import { Button } from '@/components/button'
import { useReader } from '@/hooks/use-reader'
import { useDraft } from '@/lib/drafts'
import { useChangeTasks } from '../api/change-tasks'
import { useEditTask } from '../api/edit-task'
import { isOpen } from '../lib/sections'
import { Conflict } from '@/components/conflict'
import { DueEditor } from './due-editor'
import { NotesEditor } from './notes-editor'
import { PriorityField } from './priority-field'
import { TagsEditor } from './tags-editor'
import { TaskHistory } from './task-history'
import { TaskReminders } from './task-reminders'
import { TitleEditor } from './title-editor'

/** What was written and is not saved yet, and the version that it was written upon. */
interface Draft {
  title?: string
  notes?: string
  version: number
}

/** A task, each part of which is edited where it stands. What is not saved yet outlives a reload and a session. */
export function TaskDetail({ task }: { task: Task }) {
  const { text } = useReader()
  const [draft, setDraft] = useDraft<Draft>(`task:${task.id}`)
  const [conflict, setConflict] = useState<Task | null>(null)
  const edit = useEditTask(task, setConflict)
  const change = useChangeTasks()
  const title = draft?.title ?? task.title
  const notes = draft?.notes ?? task.notes
  const open = isOpen(task)

  const write = (part: Pick<Draft, 'title' | 'notes'>) => setDraft({ version: task.version, ...draft, ...part })
  const save = (patch: TaskPatch, shown: Partial<Task>, version = task.version) => edit.mutate({ patch, shown, version })
  const saveWords = (version = draft?.version ?? task.version) => {
    const words = { title: title.trim(), notes }
    if (words.title === '' || (words.title === task.title && notes === task.notes)) {
      setDraft(null)
      return
    }
    // The draft goes when it is saved: refused, it is still here.
    edit.mutate({ patch: words, shown: words, version }, { onSuccess: () => setDraft(null) })
  }

  return (
    <div className="flex min-h-0 grow flex-col overflow-y-auto">
      <div className="flex flex-col gap-5 p-4">
        {conflict !== null && draft !== null && (
          <Conflict
            mine={{ title, notes }}
            theirs={conflict}
            onMine={() => {
              saveWords(conflict.version)
              setConflict(null)
            }}
            onTheirs={() => {
              setDraft(null)
              setConflict(null)
            }}
          />
        )}
        <TitleEditor task={task} value={title} onChange={(next) => write({ title: next })} onDone={() => saveWords()} />
        <div className="flex flex-col gap-1">
          <DueEditor task={task} onSave={save} />
          <PriorityField value={task.priority} onChange={(priority) => save({ priority }, { priority })} />
          <TagsEditor tags={task.tags} onChange={(tags) => save({ tags }, { tags })} />
          <TaskReminders task={task} />
          {task.seriesId !== null && (
            <Link to="/recurring" className="flex min-h-8 items-center gap-3 rounded-small text-small text-accent hover:underline">
              <Repeat className="size-4 shrink-0" aria-hidden="true" />
              {text('task.series')}
            </Link>
          )}
        </div>
        <NotesEditor value={notes} onChange={(next) => write({ notes: next })} onDone={() => saveWords()} />
        {draft !== null && (
          <p role="status" className="text-small text-soon">
            {text('task.unsaved')}
          </p>
        )}
        <TaskHistory id={task.id} />
      </div>
      <div className="mt-auto flex justify-between gap-2 border-t border-line p-4">
        <Button onClick={() => change.mutate({ ids: [task.id], change: { action: open ? 'complete' : 'reopen' } })}>
          {text(open ? 'task.complete' : 'task.reopen')}
        </Button>
        <Link
          to="."
          search={(before) => ({ ...before, task: undefined })}
          onClick={() => change.mutate({ ids: [task.id], change: { action: 'delete' } })}
          className="inline-flex min-h-8 items-center gap-2 rounded-small px-3 text-small font-strong text-late hover:bg-hover"
        >
          <Trash2 className="size-4" aria-hidden="true" />
          {text('task.delete')}
        </Link>
      </div>
    </div>
  )
}
