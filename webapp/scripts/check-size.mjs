// The first load, all JavaScript that index.html names, stays within 150 KB gzipped.
import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { gzipSync } from 'node:zlib'

const LIMIT_KB = 150
const dist = fileURLToPath(new URL('../dist/', import.meta.url))
const html = readFileSync(`${dist}index.html`, 'utf8')
const scripts = [...html.matchAll(/(?:src|href)="\/([^"]+\.js)"/g)].map((match) => match[1])
if (scripts.length === 0) throw new Error('dist/index.html names no script')

const kilobytes = scripts.reduce((sum, file) => sum + gzipSync(readFileSync(dist + file)).length, 0) / 1024
console.log(`First load: ${kilobytes.toFixed(1)} KB of JavaScript gzipped in ${scripts.length} files (limit ${LIMIT_KB}).`)
if (kilobytes > LIMIT_KB) {
  console.error('Too much for the first load: split a route, or load what opens later when it opens.')
  process.exit(1)
}
