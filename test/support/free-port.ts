import { createServer } from 'node:net'

/**
 * Where ports are looked for: below those that systems give to outgoing connections (from 32768 on Linux, 49152 elsewhere).
 * One of these may be taken between the look and the start, by any request of another test.
 */
const FIRST_PORT = 20_000
const PORTS = 12_000

const MOST_STARTS = 3
const IS_TAKEN = /address already in use|EADDRINUSE/i

const isFree = (port: number): Promise<boolean> =>
  new Promise((resolve) => {
    const server = createServer()
    server.once('error', () => resolve(false))
    server.listen(port, '127.0.0.1', () => server.close(() => resolve(true)))
  })

/** A port that is free now. */
export async function freePort(): Promise<number> {
  for (;;) {
    const port = FIRST_PORT + Math.floor(Math.random() * PORTS)
    if (await isFree(port)) return port
  }
}

/** Starts something on a free port, and on another where that was taken meanwhile: a hook that fails is not tried again. */
export async function onFreePort<Started>(start: (port: number) => Promise<Started>): Promise<Started> {
  for (let starts = 1; ; starts++) {
    try {
      return await start(await freePort())
    } catch (error) {
      if (starts === MOST_STARTS || !IS_TAKEN.test(String(error))) throw error
    }
  }
}
