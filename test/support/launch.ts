import { type ChildProcess, spawn } from 'node:child_process'
import { rm } from 'node:fs/promises'
import { ROOT } from '../../scripts/run.ts'

/** A service that runs in a process group of its own. */
export type DevServer = {
  readonly url: string
  readonly persistTo: string
  /** Everything it has printed so far. */
  readonly output: () => string
  /** Whether it was neither stopped nor killed: a test that is tried again may find it ended. */
  readonly isRunning: () => boolean
  /** Ends it as a user would; once this resolves, none of its processes has a file of its state open. */
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

/** Many times what a start takes, for wrangler beside five other files on a slow machine. */
const READY_WITHIN_MS = 120_000

/** How long the runtime may outlive the process that started it. */
const ENDED_WITHIN_MS = 3_000
const LOOK_AGAIN_AFTER_MS = 20

const exited = (child: ChildProcess): Promise<void> =>
  child.exitCode !== null || child.signalCode !== null
    ? Promise.resolve()
    : new Promise((resolve) => child.on('exit', () => resolve()))

/** Sends a signal to a process group, 0 to none of its processes: whether there is one that could get it. */
function signalled(group: number, signal: NodeJS.Signals | 0): boolean {
  try {
    return process.kill(-group, signal)
  } catch {
    return false
  }
}

/** Waits until all processes of a group have ended, and ends by force those that have not in time. */
async function groupEnded(group: number): Promise<void> {
  const endsAtMs = performance.now() + ENDED_WITHIN_MS
  while (signalled(group, 0) && performance.now() < endsAtMs)
    await new Promise((resolve) => setTimeout(resolve, LOOK_AGAIN_AFTER_MS))
  signalled(group, 'SIGKILL')
}

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
  let hasEnded = false
  const end = async (signal: NodeJS.Signals) => {
    hasEnded = true
    if (child.pid !== undefined) signalled(child.pid, signal)
    await exited(child)
    if (child.pid !== undefined) await groupEnded(child.pid)
    if (forgets) await rm(persistTo, { recursive: true, force: true, maxRetries: 5 })
  }
  await new Promise<void>((resolve, reject) => {
    const timer = setTimeout(() => {
      reject(new Error(`Not ready in time:\n${output}`))
      void end('SIGKILL')
    }, READY_WITHIN_MS)
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
  return {
    url,
    persistTo,
    output: () => output,
    isRunning: () => !hasEnded,
    stop: () => end('SIGTERM'),
    kill: () => end('SIGKILL'),
  }
}
