import { type ChildProcess, spawn } from 'node:child_process'
import { rm } from 'node:fs/promises'
import { ROOT } from '../../scripts/run.ts'

/** A service that runs in a process group of its own. */
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

/** How to start it, and what it is then. */
export type Launch = {
  readonly parameters: readonly string[]
  /** Beside this process's own: a certificate it shall trust, for one. */
  readonly env: Readonly<Record<string, string>>
  readonly ready: RegExp
  readonly url: string
  readonly persistTo: string
  /** Whether the state goes when the service does. */
  readonly forgets: boolean
}

const READY_WITHIN_MS = 60_000

const exited = (child: ChildProcess): Promise<void> =>
  child.exitCode !== null || child.signalCode !== null
    ? Promise.resolve()
    : new Promise((resolve) => child.on('exit', () => resolve()))

/**
 * Starts a service with this very Node, and waits until it says that it is ready.
 *
 * @throws Error with all that it said where it ends before that
 */
export async function launch({ parameters, env, ready, url, persistTo, forgets }: Launch): Promise<DevServer> {
  const child = spawn(process.execPath, parameters, {
    cwd: ROOT,
    detached: true,
    stdio: ['ignore', 'pipe', 'pipe'],
    env: { ...process.env, ...env },
  })
  let output = ''
  const end = async (signal: 'SIGTERM' | 'SIGKILL') => {
    if (child.pid !== undefined && child.exitCode === null) process.kill(-child.pid, signal)
    await exited(child)
    if (forgets) await rm(persistTo, { recursive: true, force: true, maxRetries: 5 })
  }
  await new Promise<void>((resolve, reject) => {
    const timer = setTimeout(() => reject(new Error(`Not ready in time:\n${output}`)), READY_WITHIN_MS)
    const hear = (chunk: Buffer) => {
      output += chunk.toString()
      if (!ready.test(output)) return
      clearTimeout(timer)
      resolve()
    }
    child.stdout.on('data', hear)
    child.stderr.on('data', hear)
    child.on('exit', (code) => {
      clearTimeout(timer)
      reject(new Error(`Ended with ${code}:\n${output}`))
    })
  })
  return { url, persistTo, output: () => output, stop: () => end('SIGTERM'), kill: () => end('SIGKILL') }
}
