import { createServer } from 'node:http'

/** A server that nobody should ever talk to, and that remembers whoever did. */
export type Trap = { readonly url: string; readonly visits: readonly string[]; readonly stop: () => Promise<void> }

/** Sets a trap on a port of its own. A mere connection counts as a visit. */
export async function setTrap(): Promise<Trap> {
  const visits: string[] = []
  const server = createServer((request, response) => {
    visits.push(`${request.method} ${request.url}`)
    response.end()
  })
  server.on('connection', () => visits.push('connection'))
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const address = server.address()
  if (!address || typeof address !== 'object') throw new Error('The trap has no port.')
  return {
    url: `http://127.0.0.1:${address.port}`,
    visits,
    stop: () =>
      new Promise((resolve) => {
        server.closeAllConnections()
        server.close(() => resolve())
      }),
  }
}
