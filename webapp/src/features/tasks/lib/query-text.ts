/** The words of the query grammar (docs: one query grammar), to complete what is typed and to write it by chips. */
const PERIODS = ['today', 'tomorrow', 'yesterday', 'this-week', 'next-week', 'last-week', 'this-month', 'next-month', 'last-month']

export const queryWords: Readonly<Record<string, readonly string[]>> = {
  is: ['open', 'overdue', 'recurring'],
  due: [...PERIODS, 'none'],
  priority: ['high', 'medium', 'low'],
  tag: [],
  status: ['pending', 'active', 'completed', 'cancelled', 'skipped'],
  has: ['reminder'],
  completed: PERIODS,
}

const ORDERED = new Set(['due', 'priority', 'completed'])

/** A stretch of a query between blanks and parentheses; what stands in quotes stays together. */
interface Term {
  from: number
  /** Exclusive. */
  to: number
  text: string
}

export function termsOf(query: string): Term[] {
  return [...query.matchAll(/(?:"[^"]*"?|[^\s()"])+/g)].map((match) => ({
    from: match.index,
    to: match.index + match[0].length,
    text: match[0],
  }))
}

export interface Completion {
  /** What the term becomes. */
  text: string
  /** Nothing is missing any more: a blank follows. */
  whole: boolean
}

export interface Completions {
  from: number
  to: number
  items: Completion[]
}

const NONE: Completions = { from: 0, to: 0, items: [] }

/** What the word at the cursor may become. A plain word of text is offered nothing that it does not begin. */
export function completionsAt(query: string, cursor: number, tags: readonly string[]): Completions {
  const term = termsOf(query).find(({ from, to }) => from < cursor && cursor <= to)
  if (term === undefined) return NONE
  const minus = term.text.startsWith('-') ? '-' : ''
  const typed = term.text.slice(minus.length, cursor - term.from).toLowerCase()
  if (typed === '') return NONE

  const keyed = /^([a-z]+)(:|<=|>=|<|>)(.*)$/.exec(typed)
  const items = keyed === null ? keysLike(typed, minus) : valuesLike(keyed, minus, tags)
  const [only] = items
  return items.length === 1 && only?.text.toLowerCase() === term.text.toLowerCase() ? NONE : { from: term.from, to: term.to, items }
}

function keysLike(typed: string, minus: string): Completion[] {
  const keys = Object.keys(queryWords).filter((key) => key.startsWith(typed))
  const pairs = Object.entries(queryWords)
    .flatMap(([key, values]) => values.map((value) => ({ key, value })))
    .filter(({ key, value }) => typed.length > 1 && value.startsWith(typed) && key !== 'completed')
  return [
    ...keys.map((key) => ({ text: `${minus}${key}:`, whole: false })),
    ...pairs.map(({ key, value }) => ({ text: `${minus}${key}:${value}`, whole: true })),
  ].slice(0, 8)
}

function valuesLike([, key = '', operator = '', begun = '']: RegExpExecArray, minus: string, tags: readonly string[]): Completion[] {
  const values = key === 'tag' ? tags : queryWords[key]
  if (values === undefined || (operator !== ':' && !ORDERED.has(key))) return []
  return values
    .filter((value) => value.startsWith(begun.replaceAll('"', '')))
    .map((value) => ({ text: `${minus}${key}${operator}${/[\s()]/.test(value) ? `"${value}"` : value}`, whole: true }))
    .slice(0, 10)
}

/** Puts a completion in place of the term; where the cursor stands then. */
export function complete(query: string, { from, to }: Completions, { text, whole }: Completion): { query: string; cursor: number } {
  const rest = query.slice(to)
  const blank = whole && !rest.startsWith(' ') ? ' ' : ''
  return { query: query.slice(0, from) + text + blank + rest, cursor: from + text.length + (whole ? 1 : 0) }
}

export function hasTerm(query: string, term: string): boolean {
  return termsOf(query).some(({ text }) => text.toLowerCase() === term)
}

/**
 * Turns a term on or off; the others of its kind go, for a task is not due today and next week. What has alternatives (OR)
 * is put into parentheses, so that the term holds for all of them.
 */
export function toggleTerm(query: string, term: string, kind: readonly string[]): string {
  const rest = termsOf(query)
    .filter(({ text }) => kind.includes(text.toLowerCase()))
    .reduceRight((left, { from, to }) => left.slice(0, from) + left.slice(to), query)
    .replaceAll(/\s+/g, ' ')
    .trim()
  if (hasTerm(query, term)) return rest
  const whole = termsOf(rest).some(({ text }) => text === 'OR') && !/^\([^()]*\)$/.test(rest) ? `(${rest})` : rest
  return whole === '' ? term : `${whole} ${term}`
}
