// Makes what the compiler checks against, each only when its source is newer:
//   src/api/schema.d.ts          from the gateway's OpenAPI document (or the one that OPENAPI names)
//   src/lib/message-ids.d.ts     from the English catalogues, so that a missing string is a type error
import { execFileSync } from 'node:child_process'
import { existsSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'

const here = (path) => fileURLToPath(new URL(`../${path}`, import.meta.url))
const openapi = process.env.OPENAPI ?? here('../gateway/target/classes/META-INF/swagger/punctual.yml')
const schema = here('src/api/schema.d.ts')
const catalogues = readdirSync(here('src'), { recursive: true, encoding: 'utf8' })
  .filter((file) => /locales[/\\]en\.po$/.test(file))
  .map((file) => here(`src/${file}`))
  .sort()
const messageIds = here('src/lib/message-ids.d.ts')

const isOlder = (target, source) => !existsSync(target) || statSync(target).mtimeMs < statSync(source).mtimeMs

if (!existsSync(openapi)) {
  console.error(
    `There is no OpenAPI document at ${openapi}.\n` +
      'The gateway writes it: run "mvn -q -pl gateway -am test-compile" in the repository, or name another document in OPENAPI.',
  )
  process.exit(1)
}

if (isOlder(schema, openapi) || process.env.OPENAPI) {
  execFileSync(process.execPath, [here('node_modules/openapi-typescript/bin/cli.js'), openapi, '--output', schema], {
    stdio: ['ignore', 'ignore', 'inherit'],
  })
}

const ids = catalogues.flatMap((file) => [...readFileSync(file, 'utf8').matchAll(/^msgid "(.+)"$/gm)].map((match) => match[1]))
const union = ids.map((id) => `  | '${id}'`).join('\n')
const declared = `/** The ids of the English catalogues; made by "npm run generate". */\nexport type MessageId =\n${union}\n`
if (!existsSync(messageIds) || readFileSync(messageIds, 'utf8') !== declared) writeFileSync(messageIds, declared)
