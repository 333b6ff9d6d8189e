import { createServer, type Server, type ServerResponse } from 'node:http'
import { afterEach, describe, expect, it } from 'vitest'
import { untilReady } from '../../scripts/start/ready.ts'

const servers: Server[] = []
afterEach(() => {
  for (const server of servers.splice(0)) server.close().closeAllConnections()
})

/** A service that answers its requests in turn, the last of these ways for good. */
async function answering(...ways: readonly ((response: ServerResponse) => unknown)[]): Promise<string> {
  const left = [...ways]
  const server = createServer((_request, response) => (left.length > 1 ? left.shift() : left[0])?.(response))
  servers.push(server)
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const address = server.address()
  return `http://127.0.0.1:${address && typeof address === 'object' ? address.port : 0}`
}

const silent = () => undefined
const well = (response: ServerResponse) => response.end('{}')

describe('a start', () => {
  it('asks again where the first question got no answer: it may have come too early', async () => {
    await untilReady(await answering(silent, well))
  })

  it('ends with what the service says of itself', async () => {
    const wrong = (response: ServerResponse) => response.writeHead(500).end('{"detail":"A setting is missing."}')
    await expect(untilReady(await answering(silent, wrong))).rejects.toThrow('A setting is missing.')
  })
})
