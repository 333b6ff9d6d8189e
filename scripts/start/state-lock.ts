import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import * as z from 'zod'

const LOCK = 'straks.lock'

/** As long as a start may take: a younger lock counts though nothing answers yet. */
const STARTING_MS = 60_000

const ANSWERS_WITHIN_MS = 2_000

const Owner = z.object({ pid: z.int(), url: z.string(), sinceMs: z.number() })
type Owner = z.output<typeof Owner>

/** Two services that write to one folder of state destroy it. */
export class StateInUse extends Error {
  constructor(folder: string, { pid, url }: Owner) {
    super(
      `The state in ${folder} is in use by the Straks at ${url} (process ${pid}). Stop it, or choose another folder: npm start -- --persist-to DIR`,
    )
  }
}

function readOwner(file: string): Owner | undefined {
  try {
    return Owner.parse(JSON.parse(readFileSync(file, 'utf8')))
  } catch {
    // No lock, or one that was being written when the power went: nobody's.
    return undefined
  }
}

function isAlive(pid: number): boolean {
  try {
    return process.kill(pid, 0)
  } catch (error) {
    return error instanceof Error && 'code' in error && error.code === 'EPERM'
  }
}

/** A process may have ended by a power cut and another got its number: what counts is that it answers, or may yet. */
async function isRunning({ pid, url, sinceMs }: Owner): Promise<boolean> {
  if (pid === process.pid || !isAlive(pid)) return false
  if (Date.now() - sinceMs < STARTING_MS) return true
  return fetch(`${url}/health`, { signal: AbortSignal.timeout(ANSWERS_WITHIN_MS) }).then(
    () => true,
    () => false,
  )
}

/**
 * Takes a folder of state for this process, until it ends. Nothing in the folder is touched where it is in use.
 *
 * @throws StateInUse
 */
export async function takeState(folder: string, url: string): Promise<void> {
  const file = join(folder, LOCK)
  const owner = readOwner(file)
  if (owner && (await isRunning(owner))) throw new StateInUse(folder, owner)
  mkdirSync(folder, { recursive: true })
  rmSync(file, { force: true })
  const mine: Owner = { pid: process.pid, url, sinceMs: Date.now() }
  // Fails where another start has taken it in this very moment.
  writeFileSync(file, JSON.stringify(mine), { flag: 'wx' })
  process.on('exit', () => rmSync(file, { force: true }))
}
