import { connect, createServer, type Socket } from 'node:net'

/** A connection to a service that can be cut and mended, as a train does when it passes a tunnel. */
export type Line = {
  readonly url: string
  readonly cut: () => void
  readonly mend: () => void
  readonly stop: () => Promise<void>
}

/** Lays a line to a service on this machine. */
export async function layLine(to: string): Promise<Line> {
  const { hostname, port } = new URL(to)
  const sockets = new Set<Socket>()
  let isCut = false
  const server = createServer((client) => {
    if (isCut) {
      client.destroy()
      return
    }
    const service = connect(Number(port), hostname)
    for (const [one, other] of [[client, service] as const, [service, client] as const]) {
      sockets.add(one)
      one.on('error', () => other.destroy())
      one.on('close', () => sockets.delete(one))
      one.pipe(other)
    }
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const address = server.address()
  if (!address || typeof address !== 'object') throw new Error('The line has no port.')
  const cut = () => {
    isCut = true
    for (const socket of sockets) socket.destroy()
  }
  return {
    url: `http://127.0.0.1:${address.port}`,
    cut,
    mend() {
      isCut = false
    },
    stop() {
      cut()
      return new Promise((resolve) => server.close(() => resolve()))
    },
  }
}
