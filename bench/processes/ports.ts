import { createServer } from 'node:net'

const FIRST = 8_821
const LAST = 8_849

let next = FIRST

const isFree = (port: number): Promise<boolean> =>
  new Promise((resolve) => {
    const probe = createServer()
    probe.once('error', () => resolve(false))
    probe.listen(port, '127.0.0.1', () => probe.close(() => resolve(true)))
  })

/** A loopback port that nobody listens on. Each call gives another, so that no server meets its predecessor's. */
export async function freePort(): Promise<number> {
  for (let tried = FIRST; tried <= LAST; tried++) {
    const port = next
    next = next === LAST ? FIRST : next + 1
    if (await isFree(port)) return port
  }
  throw new Error(`All ports from ${FIRST} to ${LAST} are taken`)
}
