import { randomUUID } from 'node:crypto'
import { closedLoop } from '../load/closed-loop.ts'
import { requestWriter, smsBody } from '../load/message.ts'
import { cpuTimeUs } from '../processes/cpu-time.ts'
import type { BenchToken } from '../token.ts'
import { serveWorker } from '../workerd/serve.ts'

const SECONDS = 2

/** The CPU that the runtime needs to take a request and send an answer, in microseconds: no Worker can have less. */
export async function measureHttpCost({ token }: BenchToken): Promise<number> {
  const { port, server } = await serveWorker({ entry: 'hello.ts', readyPath: '/', texts: {}, objects: {}, queues: [] })
  const request = requestWriter(token)(smsBody(randomUUID()))
  const load = { port, connections: 1, seconds: SECONDS, nextRequest: () => request, status: 200 }
  try {
    await closedLoop(load)
    const cpuBeforeUs = cpuTimeUs([server.id])
    const { requests } = await closedLoop(load)
    return (cpuTimeUs([server.id]) - cpuBeforeUs) / requests
  } finally {
    await server.stop()
  }
}
