import { mkdtemp } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { SERVE_FILE } from './built-worker/files.ts'
import { builtWorker } from './built-worker/folder.ts'
import { onFreePort } from './free-port.ts'
import { type DevServer, launch } from './launch.ts'

export type { DevServer } from './launch.ts'

export type DevServerOptions = {
  readonly vars?: Readonly<Record<string, string>>
  /** A state to go on with, kept afterwards; left out, one that is made and removed. */
  readonly persistTo?: string
  /** Of the service's own process, beside this one's: a certificate it shall trust, for one. */
  readonly env?: Readonly<Record<string, string>>
}

/**
 * The service that `npm start` runs, in the same runtime, on a port and a state of its own. The Worker was bundled once for
 * all tests, and no wrangler stands before it: a start takes a quarter of the processor time.
 */
export async function startDevServer({ vars = {}, persistTo, env = {} }: DevServerOptions = {}): Promise<DevServer> {
  const state = persistTo ?? (await mkdtemp(join(tmpdir(), 'straks-')))
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
