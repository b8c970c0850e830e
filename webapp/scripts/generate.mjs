// Makes what the compiler checks against, each only when its source is newer:
//   src/api/schema.d.ts          from the gateway's OpenAPI document (or the one that OPENAPI names)
//   src/lib/message-ids.d.ts     from the English catalogue, so that a missing string is a type error
import { execFileSync } from 'node:child_process'
import { existsSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'

const here = (path) => fileURLToPath(new URL(`../${path}`, import.meta.url))
const openapi = process.env.OPENAPI ?? here('../gateway/target/classes/META-INF/swagger/punctual.yml')
const schema = here('src/api/schema.d.ts')
const catalogue = here('src/locales/en.po')
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

if (isOlder(messageIds, catalogue)) {
  const ids = [...readFileSync(catalogue, 'utf8').matchAll(/^msgid "(.+)"$/gm)].map((match) => match[1])
  const lines = ids.map((id) => `  | '${id}'`).join('\n')
  writeFileSync(messageIds, `/** The ids of the catalogue src/locales/en.po; made by "npm run generate". */\nexport type MessageId =\n${lines}\n`)
}
