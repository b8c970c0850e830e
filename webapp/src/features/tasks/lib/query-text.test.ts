import { describe, expect, it } from 'vitest'
import { complete, completionsAt, hasTerm, termsOf, toggleTerm } from './query-text'

const offered = (query: string, tags: string[] = []) =>
  completionsAt(query, query.length, tags).items.map(({ text }) => text)

describe('completing a query', () => {
  it.each([
    ['pri', ['priority:']],
    ['groceries is:', ['is:open', 'is:overdue', 'is:recurring']],
    ['priority>=m', ['priority>=medium']],
    ['-status:c', ['-status:completed', '-status:cancelled']],
    ['over', ['is:overdue']],
    ['due:to', ['due:today', 'due:tomorrow']],
    ['(due:no', ['due:none']],
    ['is>o', []],
    ['oats', []],
    ['is:open', []],
    ['is:open ', []],
  ])('offers for “%s” %s', (query, items) => expect(offered(query)).toEqual(items))

  it('offers the tags that there are, in quotes where they need them', () => {
    expect(offered('tag:w', ['work', 'home', 'wish list'])).toEqual(['tag:work', 'tag:"wish list"'])
  })

  it('takes the place of the word that it completes, in the middle too', () => {
    const query = 'report pri is:open'
    const found = completionsAt(query, 10, [])
    expect(complete(query, found, { text: 'priority:', whole: false })).toEqual({ query: 'report priority: is:open', cursor: 16 })
    expect(complete('over', completionsAt('over', 4, []), { text: 'is:overdue', whole: true })).toEqual({ query: 'is:overdue ', cursor: 11 })
  })
})

describe('writing a query by chips', () => {
  const due = ['due:today', 'due:this-week']

  it('knows a term as a whole word only, and none inside quotes', () => {
    expect(hasTerm('is:open "due:today now"', 'due:today')).toBe(false)
    expect(hasTerm('(is:open due:today)', 'due:today')).toBe(true)
  })

  it('turns a term on and off and leaves the rest alone', () => {
    expect(toggleTerm('oats is:open', 'due:today', due)).toBe('oats is:open due:today')
    expect(toggleTerm('oats due:today is:open', 'due:today', due)).toBe('oats is:open')
  })

  it('puts a term in place of another of its kind', () => {
    expect(toggleTerm('due:this-week oats', 'due:today', due)).toBe('oats due:today')
  })

  it('holds for every alternative', () => {
    expect(toggleTerm('oats OR lemons', 'is:open', ['is:open'])).toBe('(oats OR lemons) is:open')
  })

  it('keeps a phrase together', () => {
    expect(termsOf('"two words" tag:"wish list"').map(({ text }) => text)).toEqual(['"two words"', 'tag:"wish list"'])
  })
})
