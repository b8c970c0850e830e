import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, rmSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { startMailServer } from './mailbox'

const LAUNCHER = fileURLToPath(new URL('../../punctual', import.meta.url))
/** It may have to build everything first. */
const UP_WITHIN = 10 * 60_000
const DOWN_WITHIN = 30_000

/**
 * Starts a Punctual of its own on a free port with data that is thrown away, unless PUNCTUAL_URL names one that runs
 * already; what it gives back stops it, also when tests have failed.
 */
export default async function start(): Promise<(() => Promise<void>) | undefined> {
  if (process.env.PUNCTUAL_URL !== undefined) return undefined

  const data = mkdtempSync(join(tmpdir(), 'punctual-e2e-'))
  const mail = await startMailServer()
  const port = await freePort()
  // A process group of its own: whatever it started can be ended with it.
  const punctual = spawn(LAUNCHER, ['up', '--data', data, '--port', String(port)], {
    detached: true,
    env: {
      ...process.env,
      // Each journey makes an account for itself, by an invitation of whoever signed in by the link.
      PUNCTUAL_SIGN_UP: 'invitation',
      PUNCTUAL_SIGN_INS_PER_MINUTE: '0',
      PUNCTUAL_REQUESTS_PER_MINUTE: '0',
      PUNCTUAL_PUBLIC_URL: `http://localhost:${port}`,
      PUNCTUAL_SMTP_HOST: '127.0.0.1',
      PUNCTUAL_SMTP_PORT: String(mail.port),
      PUNCTUAL_SMTP_TLS: 'none',
      PUNCTUAL_SMTP_FROM: 'punctual@example.org',
      // A journey's webhook is on this machine.
      PUNCTUAL_CHANNEL_NETWORKS: '127.0.0.0/8,::1/128',
    },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  const stop = async () => {
    await end(punctual)
    await mail.stop()
    rmSync(data, { recursive: true, force: true })
  }
  try {
    process.env.PUNCTUAL_URL = await signInLink(punctual)
  } catch (error) {
    await stop()
    throw error
  }
  return stop
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1')
  await once(server, 'listening')
  const address = server.address()
  server.close()
  if (address === null || typeof address === 'string') throw new Error('no free port')
  return address.port
}

/** The link that it prints once it runs. What it says is passed on, for without it a failure is a riddle. */
function signInLink(punctual: ChildProcess): Promise<string> {
  return new Promise((resolve, reject) => {
    let said = ''
    const listen = (words: Buffer) => {
      process.stderr.write(words)
      said += words.toString()
      const link = /https?:\/\/\S+\/api\/v1\/session\?token=\S+/.exec(said)?.[0]
      if (link !== undefined) resolve(link)
    }
    punctual.stdout?.on('data', listen)
    punctual.stderr?.on('data', listen)
    punctual.once('error', reject)
    punctual.once('exit', (status) => reject(new Error(`./punctual up ended with status ${status}:\n${said}`)))
    setTimeout(() => reject(new Error(`./punctual up has printed no link in ${UP_WITHIN / 60_000} minutes:\n${said}`)), UP_WITHIN).unref()
  })
}

async function end(punctual: ChildProcess): Promise<void> {
  const { pid } = punctual
  if (pid === undefined) return
  if (punctual.exitCode === null && punctual.signalCode === null) {
    const ended = once(punctual, 'exit')
    punctual.kill('SIGTERM')
    await Promise.race([ended, new Promise((resolve) => setTimeout(resolve, DOWN_WITHIN).unref())])
  }
  try {
    process.kill(-pid, 'SIGKILL') // whatever is left of its group
  } catch {
    // nothing is left, as it should be
  }
}
