import { useQuery } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { useState } from 'react'
import { Problem } from '@/api/problem'
import { Button } from '@/components/button'
import { ProblemNotice } from '@/components/problem-notice'
import { SkeletonRows } from '@/components/skeleton-rows'
import { useText } from '@/lib/i18n'
import { useDraft } from '@/lib/drafts'
import { showToast } from '@/lib/toasts'
import { useEditSeries } from '../api/edit-series'
import { oneSeriesOptions } from '../api/get-series'
import type { Scope, Series } from '../api/types'
import { formOf, patchOf, type SeriesForm } from '../lib/series-form'
import { ScopeDialog } from './scope-dialog'
import { SeriesEditor } from './series-editor'

interface EditSeriesProps {
  id: string
  /** The occurrence that it is edited from; none: the series as a whole. */
  from?: string
}

/** Edits a series, from one of its occurrences or as a whole. */
export function EditSeries({ id, from }: EditSeriesProps) {
  const text = useText()
  const series = useQuery(oneSeriesOptions(id))
  if (series.data !== undefined) return <Editing key={id} series={series.data} {...(from !== undefined && { from })} />
  if (series.isPending) return <SkeletonRows widths={['40%', '62%', '55%', '48%']} label={text('series.loading')} />
  return <ProblemNotice what={text('series.failed')} error={series.error} onRetry={() => void series.refetch()} />
}

interface Kept {
  /** What it was made from: what was changed is what differs from this. */
  base: Series
  form: SeriesForm
}

function Editing({ series: current, from }: { series: Series; from?: string }) {
  const text = useText()
  const navigate = useNavigate()
  const edit = useEditSeries()
  const [kept, setKept] = useDraft<Kept>(`series.${current.id}.${from ?? 'all'}`)
  const [asking, setAsking] = useState(false)
  const base = kept?.base ?? current
  const before = formOf(base, from)
  const form = kept?.form ?? before
  const patch = patchOf(before, form)
  const overtaken = edit.error instanceof Problem && edit.error.status === 412

  const leave = () => {
    setKept(null)
    void navigate({ to: '/recurring' })
  }
  const send = (at: { local: string; scope: Scope } | null, version = base.version) => {
    setAsking(false)
    edit.mutate(
      { series: { ...base, version }, patch, at },
      {
        onSuccess: ({ title, summary }) => {
          showToast({ about: base.id, text: text('series.said.edited', { title, summary }) })
          leave()
        },
      },
    )
  }
  const save = () => {
    if (Object.keys(patch).length === 0) leave()
    else if (from === undefined) send(null)
    else setAsking(true)
  }

  return (
    <>
      <SeriesEditor
        form={form}
        onChange={(changed) => setKept({ base, form: changed })}
        series={base}
        onLeave={leave}
        onSave={save}
        saving={edit.isPending}
        error={overtaken ? null : edit.error}
        saveLabel={text('action.save')}
      >
        {overtaken && (
          <div role="alert" className="flex flex-col items-start gap-3 rounded-card border border-line bg-surface p-4">
            <p>
              <strong className="font-strong">{text('series.overtaken.title')}</strong>{' '}
              <span className="text-muted">{text('series.overtaken.what', { summary: current.summary })}</span>
            </p>
            <div className="flex flex-wrap gap-2">
              <Button onClick={() => send(edit.variables?.at ?? null, current.version)}>
                {text('series.overtaken.keepMine')}
              </Button>
              <Button
                look="quiet"
                onClick={() => {
                  setKept(null)
                  edit.reset()
                }}
              >
                {text('series.overtaken.takeTheirs')}
              </Button>
            </div>
          </div>
        )}
      </SeriesEditor>
      {from !== undefined && (
        <ScopeDialog
          open={asking}
          series={base}
          local={from}
          patch={patch}
          onClose={() => setAsking(false)}
          onChoose={(scope) => send({ local: from, scope })}
        />
      )}
    </>
  )
}
