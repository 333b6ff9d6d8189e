import { Connection } from '../../load/connection.ts'
import { CORRESPONDENCE_PATH, messageBody, requestWriter } from '../../load/message.ts'
import type { BenchToken } from '../../token.ts'
import { serveWorker } from '../../workerd/serve.ts'

const WORKER = {
  entry: 'objects.ts',
  readyPath: '/health',
  texts: {},
  objects: { OBJECTS: 'OneValue' },
  queues: [],
} as const

/** In how many milliseconds the bare platform answers a request that makes as many objects, each with one value. */
export async function measureNewObjects(token: BenchToken, count: number): Promise<number> {
  const { port, server } = await serveWorker(WORKER)
  try {
    const write = requestWriter(token.token, CORRESPONDENCE_PATH)
    const connection = await Connection.open(port)
    await connection.ask(write(messageBody(1)))
    const startedAtMs = Date.now()
    const status = await connection.ask(write(messageBody(count)))
    const answeredAfterMs = Date.now() - startedAtMs
    connection.close()
    if (status !== 200) throw new Error(`New objects were answered with ${status}`)
    return answeredAfterMs
  } finally {
    await server.stop()
  }
}
