// Writes dist/service-worker.js: scripts/worker.js with the names of all files that the app consists of, and a version that
// changes with any of them.
import { createHash } from 'node:crypto'
import { readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'

const dist = fileURLToPath(new URL('../dist/', import.meta.url))
const names = readdirSync(dist, { recursive: true, encoding: 'utf8' })
  .map((name) => name.replaceAll('\\', '/'))
  .filter((name) => statSync(dist + name).isFile() && !/worker\.js$|\.map$/.test(name))
  .sort()
if (!names.includes('index.html')) throw new Error('dist/ has no index.html')

const worker = readFileSync(new URL('worker.js', import.meta.url), 'utf8')
const hash = createHash('sha256').update(worker)
names.forEach((name) => hash.update(name).update(readFileSync(dist + name)))
const shell = { version: hash.digest('hex').slice(0, 12), files: names.map((name) => (name === 'index.html' ? '/' : `/${name}`)) }
writeFileSync(`${dist}service-worker.js`, worker.replace('= SHELL\n', `= ${JSON.stringify(shell)}\n`))

const kilobytes = names.reduce((sum, name) => sum + statSync(dist + name).size, 0) / 1024
console.log(`Kept for when there is no connection: ${names.length} files, ${kilobytes.toFixed(0)} KB.`)
