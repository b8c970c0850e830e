import { readdirSync, readFileSync } from 'node:fs'
import { expect, it } from 'vitest'

const catalogue = readFileSync('src/locales/en.po', 'utf8')
const ids = [...catalogue.matchAll(/^msgid "(.+)"$/gm)].map((match) => match[1] ?? '')
const sources = readdirSync('src', { recursive: true, encoding: 'utf8' })
  .filter((file) => /\.tsx?$/.test(file) && !/\.test\.|\.d\.ts$/.test(file))
  .map((file) => readFileSync(`src/${file}`, 'utf8'))
  .join('\n')

it('names each string once', () => {
  expect(ids).toEqual([...new Set(ids)])
})

it('says of each id that it was written by hand; the screen would show bare ids otherwise', () => {
  const explicit = [...catalogue.matchAll(/#\. js-lingui-explicit-id\nmsgid "(.+)"/g)].map((match) => match[1])
  expect(explicit).toEqual(ids)
})

it('keeps no string that nothing says', () => {
  const said = (id: string) => sources.includes(`'${id}'`) || sources.includes(`\`${id.replace(/\.[^.]+$/, '.$')}`)
  expect(ids.filter((id) => !said(id))).toEqual([])
})
