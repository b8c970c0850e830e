const units = ['year', 'month', 'week', 'day', 'hour', 'minute', 'second'] as const
const ISO = /^P(?:(\d+)Y)?(?:(\d+)M)?(?:(\d+)W)?(?:(\d+)D)?(?:T(?:(\d+)H)?(?:(\d+)M)?(?:(\d+)S)?)?$/

/**
 * An ISO 8601 period or duration as people say it: "15 minutes", "1 day, 2 hours"; what is no such thing stays as it is.
 *
 * @param language of the words around it
 */
export function sayDuration(iso: string, language: string): string {
  const found = ISO.exec(inWeeks(iso))
  if (found === null) return iso
  const said = units.flatMap((unit, index) => {
    const count = Number(found[index + 1] ?? 0)
    return count === 0 ? [] : [new Intl.NumberFormat(language, { style: 'unit', unit, unitDisplay: 'long' }).format(count)]
  })
  return said.length === 0 ? iso : said.join(', ')
}

/** Whole weeks of days alone: the gateway says a week as seven days. */
function inWeeks(iso: string): string {
  const days = Number(/^P(\d+)D$/.exec(iso)?.[1] ?? 0)
  return days > 0 && days % 7 === 0 ? `P${days / 7}W` : iso
}
