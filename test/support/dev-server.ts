import { type ChildProcess, spawn } from 'node:child_process'
import { mkdtemp, rm } from 'node:fs/promises'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { ROOT } from '../../scripts/run.ts'

/** A service as `npm start` runs it, on a port and a state of its own. */
export type DevServer = {
  readonly url: string
  readonly persistTo: string
  /** Everything it has printed so far. */
  readonly output: () => string
  /** Ends it as a user would. */
  readonly stop: () => Promise<void>
  /** Ends it as a power cut would: SIGKILL to the whole process group. */
  readonly kill: () => Promise<void>
}

export type DevServerOptions = {
  readonly vars?: Readonly<Record<string, string>>
  /** A state to go on with, kept afterwards; left out, one that is made and removed. */
  readonly persistTo?: string
  /** Another wrangler.toml; left out, the repository's. */
  readonly config?: string
  /** Of the service's own process, beside this one's: a certificate it shall trust, for one. */
  readonly env?: Readonly<Record<string, string>>
}

const READY = /Straks is ready at/
const READY_WITHIN_MS = 60_000

/** A port that is free now. */
function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer()
    server.on('error', reject)
    server.listen(0, '127.0.0.1', () => {
      const address = server.address()
      server.close(() =>
        address && typeof address === 'object' ? resolve(address.port) : reject(new Error('no port')),
      )
    })
  })
}

const exited = (child: ChildProcess): Promise<void> =>
  child.exitCode !== null || child.signalCode !== null
    ? Promise.resolve()
    : new Promise((resolve) => child.on('exit', () => resolve()))

/** Starts the service in a process group of its own, and waits until it says that it is ready. */
export async function startDevServer({
  vars = {},
  persistTo,
  config,
  env = {},
}: DevServerOptions = {}): Promise<DevServer> {
  const port = await freePort()
  const state = persistTo ?? (await mkdtemp(join(tmpdir(), 'straks-')))
  const parameters = Object.entries(vars).map(([name, value]) => `--var=${name}:${value}`)
  const child = spawn(
    process.execPath,
    [
      'scripts/start.ts',
      `--port=${port}`,
      '--log-level=info',
      '--inspector-port=0',
      `--persist-to=${state}`,
      ...(config === undefined ? [] : [`--config=${config}`]),
      ...parameters,
    ],
    { cwd: ROOT, detached: true, stdio: ['ignore', 'pipe', 'pipe'], env: { ...process.env, ...env } },
  )
  let output = ''
  const end = async (signal: 'SIGTERM' | 'SIGKILL') => {
    if (child.pid !== undefined && child.exitCode === null) process.kill(-child.pid, signal)
    await exited(child)
    if (persistTo === undefined) await rm(state, { recursive: true, force: true, maxRetries: 5 })
  }
  await new Promise<void>((resolve, reject) => {
    const timer = setTimeout(() => reject(new Error(`Not ready in time:\n${output}`)), READY_WITHIN_MS)
    const hear = (chunk: Buffer) => {
      output += chunk.toString()
      if (!READY.test(output)) return
      clearTimeout(timer)
      resolve()
    }
    child.stdout.on('data', hear)
    child.stderr.on('data', hear)
    child.on('exit', (code) => reject(new Error(`Ended with ${code}:\n${output}`)))
  })
  return {
    url: `http://127.0.0.1:${port}`,
    persistTo: state,
    output: () => output,
    stop: () => end('SIGTERM'),
    kill: () => end('SIGKILL'),
  }
}
