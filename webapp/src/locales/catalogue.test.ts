import { readdirSync, readFileSync } from 'node:fs'
import { expect, it } from 'vitest'

const files = readdirSync('src', { recursive: true, encoding: 'utf8' }).map((file) => `src/${file}`)
const read = (file: string) => readFileSync(file, 'utf8')
const idsOf = (catalogue: string) => [...catalogue.matchAll(/^msgid "(.+)"$/gm)].map((match) => match[1] ?? '')

const catalogues = files.filter((file) => file.endsWith('/locales/en.po'))
const english = catalogues.map(read).join('\n')
const ids = idsOf(english)
const sources = files
  .filter((file) => /\.tsx?$/.test(file) && !/\.test\.|\.d\.ts$/.test(file))
  .map(read)
  .join('\n')

it('names each string once', () => {
  expect(ids).toEqual([...new Set(ids)])
})

it('says of each id that it was written by hand; the screen would show bare ids otherwise', () => {
  const all = files.filter((file) => /\/locales\/\w+\.po$/.test(file)).map(read).join('\n')
  const explicit = [...all.matchAll(/#\. js-lingui-explicit-id\nmsgid "(.+)"/g)].map((match) => match[1])
  expect(explicit).toEqual(idsOf(all))
})

it('keeps no string that nothing says', () => {
  const said = (id: string) => sources.includes(`'${id}'`) || sources.includes(`="${id}"`) || sources.includes(`\`${id.replace(/\.[^.]+$/, '.$')}`)
  expect(ids.filter((id) => !said(id))).toEqual([])
})

it('says in German all that it says in English, with the same blanks to fill in', () => {
  const strings = (catalogue: string) =>
    new Map(
      [...catalogue.matchAll(/^msgid "(.+)"\nmsgstr "(.*)"$/gm)].map(([, id = '', said = '']) => [
        id,
        [...new Set(said.match(/(?<!(?:one|other|=\d) )\{\w+(?=[},])/g))].sort().join(),
      ]),
    )
  for (const catalogue of catalogues) expect(strings(read(catalogue.replace('en.po', 'de.po'))), catalogue).toEqual(strings(read(catalogue)))
})
