import { request } from 'node:http'
import { setTimeout as wait } from 'node:timers/promises'
import type { Server } from './server.ts'

/** Short beside a start-up, long beside a look. */
const PAUSE_MS = 2

const GIVE_UP_MS = 60_000

/** The status of one answer; `undefined` where nobody answers. */
const look = (port: number, path: string): Promise<number | undefined> =>
  new Promise((resolve) => {
    const asked = request({ host: '127.0.0.1', port, path, agent: false }, (response) => {
      response.resume()
      resolve(response.statusCode)
    })
    asked.on('error', () => resolve(undefined))
    asked.end()
  })

/** Waits until a server answers 200, and tells how many milliseconds that took. */
export async function untilReady(server: Server, port: number, path: string): Promise<number> {
  const startedAtMs = performance.now()
  while (performance.now() - startedAtMs < GIVE_UP_MS) {
    if ((await look(port, path)) === 200) return performance.now() - startedAtMs
    server.assertRunning()
    await wait(PAUSE_MS)
  }
  throw new Error(`Nothing answered on port ${port} within ${GIVE_UP_MS / 1_000} s`)
}
