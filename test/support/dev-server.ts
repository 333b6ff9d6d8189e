import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { SERVE_FILE } from './built-worker/files.ts'
import { builtWorker } from './built-worker/folder.ts'
import { loadServer, type Server } from './built-worker/load-compiled.ts'
import { onFreePort } from './free-port.ts'
import { type DevServer, launch } from './launch.ts'

export type { DevServer } from './launch.ts'

export type DevServerOptions = {
  readonly vars?: Readonly<Record<string, string>>
  /** A state to go on with, kept afterwards; left out, one that is made and removed. */
  readonly persistTo?: string
}

const stateFor = async (persistTo: string | undefined): Promise<string> =>
  persistTo ?? (await mkdtemp(join(tmpdir(), 'straks-')))

/** What starts the runtime, loaded once for all files that a process tests: loading takes as long as a start. */
let server: Server | undefined

/**
 * The service that `npm start` runs, in the same runtime, on a port and a state of its own. The Worker was bundled once for
 * all tests, no wrangler stands before it, and this process starts the runtime itself: that takes a tenth of the processor
 * time. The runtime, which stores, is a process of its own all the same, and each end of it is a `SIGKILL`.
 */
export async function startDevServer({ vars = {}, persistTo }: DevServerOptions = {}): Promise<DevServer> {
  const state = await stateFor(persistTo)
  const folder = await builtWorker()
  server ??= loadServer(folder)
  const { serve } = server
  return onFreePort(async (port) => {
    const url = `http://127.0.0.1:${port}`
    let output = ''
    const print = (line: string) => {
      output += `${line}\n`
    }
    const kill = await serve({ folder, url, persistTo: state, settings: { PUBLIC_URL: url, ...vars }, print })
    let ended: Promise<void> | undefined
    const end = async (): Promise<void> => {
      await kill()
      if (persistTo === undefined) await rm(state, { recursive: true, force: true, maxRetries: 5 })
    }
    const endOnce = (): Promise<void> => {
      ended ??= end()
      return ended
    }
    return {
      url,
      persistTo: state,
      output: () => output,
      isRunning: () => ended === undefined,
      stop: endOnce,
      kill: endOnce,
    }
  })
}

/** How to start one in a process of its own. */
export type SpawnOptions = DevServerOptions & {
  /** Of the service's process, beside this one's: a certificate it shall trust, for one. */
  readonly env?: Readonly<Record<string, string>>
}

/** The same in a process of its own: where that has settings, or where this one must not be in its way. */
export async function spawnDevServer({ vars = {}, persistTo, env = {} }: SpawnOptions = {}): Promise<DevServer> {
  const state = await stateFor(persistTo)
  const built = await builtWorker()
  return onFreePort((port) => {
    const url = `http://127.0.0.1:${port}`
    return launch({
      parameters: [join(built, SERVE_FILE), built, url, state, JSON.stringify({ PUBLIC_URL: url, ...vars })],
      env,
      ready: /^Ready\.$/m,
      url,
      persistTo: state,
      forgets: persistTo === undefined,
    })
  })
}
