import { FileUp } from 'lucide-react'
import { useId, useState } from 'react'
import { Button } from '@/components/button'
import { useUndo } from '@/hooks/use-undo'
import { useText } from '@/lib/i18n'
import { sayProblem } from '@/lib/say-problem'
import { MAX_BYTES, useImportFile } from '../api/import-file'
import type { ImportReport } from '../api/types'

/** A calendar file, or everything from elsewhere: first what would come of it, then, if that is wanted, the import. */
export function ImportPart() {
  const text = useText()
  const id = useId()
  const [file, setFile] = useState<File | null>(null)
  const bring = useImportFile()
  const undo = useUndo([[]])
  const { report, changeId = null } = bring.data ?? {}
  const tooLarge = file !== null && file.size > MAX_BYTES

  const choose = (chosen: File | null) => {
    setFile(chosen)
    bring.reset()
    if (chosen !== null && chosen.size <= MAX_BYTES) bring.mutate({ file: chosen, dryRun: true })
  }

  const takeBack = async (change: string) => {
    await undo(change, 'import')
    choose(null)
  }

  return (
    <div className="flex flex-col gap-3 p-4">
      <div className="flex flex-col items-start gap-3 tablet:flex-row tablet:items-center tablet:justify-between">
        <p dir="auto" className={`min-w-0 break-words ${file === null ? 'text-pretty text-muted' : ''}`}>
          {file?.name ?? text('import.none')}
        </p>
        <label
          htmlFor={id}
          className="inline-flex min-h-8 shrink-0 cursor-pointer items-center gap-2 rounded-small border border-line-strong px-3 text-small font-strong hover:bg-hover has-focus-visible:outline-2 has-focus-visible:outline-offset-2 has-focus-visible:outline-accent pointer-coarse:min-h-11"
        >
          <FileUp className="size-4" aria-hidden="true" />
          {text('import.choose')}
          <input
            id={id}
            type="file"
            accept=".ics,.json,text/calendar,application/json"
            className="sr-only"
            onChange={(event) => {
              choose(event.currentTarget.files?.[0] ?? null)
              event.currentTarget.value = '' // the same file again is a choice, too
            }}
          />
        </label>
      </div>
      <div role="status" className="flex flex-col gap-3 empty:hidden">
        {bring.isPending && <p className="text-small text-muted">{text('import.reading')}</p>}
        {(tooLarge || bring.error !== null) && (
          <p className="text-small text-late">{tooLarge ? text('import.tooLarge') : sayProblem(bring.error, text)}</p>
        )}
        {report !== undefined && <Report report={report} />}
      </div>
      {report?.dryRun === true && file !== null && (
        <div className="flex flex-wrap gap-2">
          <Button look="primary" disabled={bring.isPending || made(report) === 0} onClick={() => bring.mutate({ file, dryRun: false })}>
            {text('import.action', { count: made(report) })}
          </Button>
          <Button look="quiet" onClick={() => choose(null)}>
            {text('action.cancel')}
          </Button>
        </div>
      )}
      {changeId !== null && (
        <div>
          <Button onClick={() => void takeBack(changeId)}>{text('action.undo')}</Button>
        </div>
      )}
    </div>
  )
}

function made({ tasks, series, occurrences }: ImportReport): number {
  return tasks + series + occurrences
}

function Report({ report }: { report: ImportReport }) {
  const text = useText()
  return (
    <>
      <p className="font-strong">
        {text(report.dryRun ? 'import.would' : 'import.did', {
          tasks: report.tasks,
          series: report.series,
          reminders: report.reminders,
        })}
      </p>
      <p className="text-small text-muted">
        {report.unchanged > 0 && `${text('import.unchanged', { count: report.unchanged })} `}
        {report.leftOut > 0 && `${text('import.leftOut', { count: report.leftOut })} `}
        {report.lossesInAll === 0 ? text('import.noLosses') : text('import.losses', { count: report.lossesInAll })}
      </p>
      {report.losses.length > 0 && (
        // A list that is longer than its frame is scrolled, with the keyboard as well.
        // eslint-disable-next-line jsx-a11y/no-noninteractive-tabindex
        <div tabIndex={0} role="region" aria-label={text('import.lossList')} className="max-h-64 overflow-auto rounded-small border border-line">
          <table className="w-full text-start text-small">
            <thead className="sticky top-0 bg-surface text-faint">
              <tr className="[&>th]:px-3 [&>th]:py-1.5 [&>th]:text-start [&>th]:font-normal">
                <th>{text('import.loss.item')}</th>
                <th>{text('import.loss.property')}</th>
                <th>{text('import.loss.kept')}</th>
              </tr>
            </thead>
            <tbody>
              {report.losses.map((loss, index) => (
                <tr key={index} className="border-t border-line align-top [&>td]:px-3 [&>td]:py-1.5">
                  <td dir="auto" className="break-words">{loss.item === '' ? text('import.loss.file') : loss.item}</td>
                  <td className="break-all">
                    {loss.property} <span className="text-faint">{loss.value}</span>
                  </td>
                  <td>{loss.kept}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
    </>
  )
}
