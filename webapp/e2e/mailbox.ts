import { mkdtempSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { text } from 'node:stream/consumers'
import { SMTPServer } from 'smtp-server'

/** The folder in which letters lie, one a file; tests run in other processes than the server. */
const FOLDER = 'PUNCTUAL_E2E_MAIL'

interface MailServer {
  port: number
  stop: () => Promise<void>
}

/** A mail server on a free port of this machine that takes everything and sends nothing on. */
export async function startMailServer(): Promise<MailServer> {
  const folder = mkdtempSync(join(tmpdir(), 'punctual-mail-'))
  let letters = 0
  const server = new SMTPServer({
    disabledCommands: ['AUTH', 'STARTTLS'],
    onData: (stream, { envelope }, done) => {
      const keep = (letter: string) => {
        for (const { address } of envelope.rcptTo) {
          const file = join(folder, `${String(++letters).padStart(4, '0')} ${address}`)
          writeFileSync(`${file}.part`, letter)
          renameSync(`${file}.part`, file) // whole, or not there
        }
        done()
      }
      text(stream).then(keep, done)
    },
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  process.env[FOLDER] = folder
  return {
    port: (server.server.address() as AddressInfo).port,
    stop: async () => {
      await new Promise<void>((resolve) => server.close(resolve))
      rmSync(folder, { recursive: true, force: true })
    },
  }
}

/** Whether the Punctual under test mails to where tests can read. */
export const hasMailServer = () => process.env[FOLDER] !== undefined

/** What was mailed to an address, the oldest first. */
export function lettersTo(address: string): string[] {
  const folder = process.env[FOLDER]
  if (folder === undefined) throw new Error('no mail server')
  return readdirSync(folder)
    .filter((file) => file.endsWith(` ${address}`))
    .sort()
    .map((file) => readFileSync(join(folder, file), 'utf8'))
}
