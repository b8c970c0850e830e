/** The shape of rows that are on their way. */
export function SkeletonRows({ widths, label }: { widths: readonly string[]; label: string }) {
  return (
    <div role="status" aria-label={label} className="divide-y divide-line rounded-card border border-line bg-surface">
      {widths.map((width, index) => (
        <div key={index} className="flex min-h-row items-center gap-3 px-4">
          <span className="size-5 rounded-small bg-line" />
          <span className="h-3 rounded-full bg-line" style={{ width }} />
        </div>
      ))}
    </div>
  )
}
