import { mkdtemp, rm } from 'node:fs/promises'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { SERVE_FILE } from '../support/built-worker/files.ts'
import { builtWorker } from '../support/built-worker/folder.ts'
import { freePort, onFreePort } from '../support/free-port.ts'
import { launch } from '../support/launch.ts'

/** From here on Linux gives ports to outgoing connections. */
const FIRST_OUTGOING = 32_768

describe('a free port', () => {
  it('is none that a system gives to outgoing connections', async () => {
    for (let look = 0; look < 20; look++) expect(await freePort()).toBeLessThan(FIRST_OUTGOING)
  })

  it('is looked for again where a service finds that it is taken, and not for any other failure', async () => {
    const worker = await builtWorker()
    const folder = await mkdtemp(join(tmpdir(), 'straks-port-'))
    const taken = createServer()
    const ports: number[] = []
    const launched = onFreePort(async (port) => {
      ports.push(port)
      if (ports.length === 1) await new Promise<void>((resolve) => taken.listen(port, '127.0.0.1', resolve))
      const url = `http://127.0.0.1:${port}`
      const persistTo = folder
      const parameters = [join(worker, SERVE_FILE), worker, url, persistTo, '{}']
      return launch({ parameters, env: {}, ready: /^Ready\.$/m, url, persistTo, forgets: false })
    })
    const server = await launched.catch(() => undefined)
    taken.close()
    await server?.stop()
    await rm(folder, { recursive: true, force: true, maxRetries: 5 })
    expect(server).toBeDefined()
    expect(ports).toHaveLength(2)
    await expect(onFreePort(() => Promise.reject(new Error('broken')))).rejects.toThrow('broken')
  })
})
