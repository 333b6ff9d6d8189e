import { Connection } from '../../load/connection.ts'
import { CORRESPONDENCE_PATH, messageBody, requestWriter } from '../../load/message.ts'
import type { BenchToken } from '../../token.ts'
import { LocalWorker } from '../../workerd/local.ts'
import { measureNewObjects } from './new-objects.ts'

/** One correspondence to many: it is answered when it is stored for each of them. */
export type CorrespondenceMeasurement = {
  readonly recipients: number
  readonly answeredAfterMs: number
  /** What the bare platform takes for as many new objects, measured right before. */
  readonly bareAnsweredAfterMs: number
  /** From the request until the last notification was handed to the provider. */
  readonly lastAfterMs: number
  readonly lost: number
  readonly cpuUsPerRecipient: number
}

/** As many as the API allows. */
const RECIPIENTS = 500

/** Published at once, and told of at once: what a deployment waits for is no work. */
const AT_ONCE = { NOTIFICATION_DELAY_SECONDS: '0' }

/** Sends one message to many organisations, each of which is told by e-mail. */
export async function measureCorrespondence(token: BenchToken, scale: number): Promise<CorrespondenceMeasurement> {
  const recipients = Math.ceil(RECIPIENTS * scale)
  const bareAnsweredAfterMs = await measureNewObjects(token, recipients)
  const worker = await LocalWorker.start(token, { settings: AT_ONCE })
  try {
    const write = requestWriter(token.token, CORRESPONDENCE_PATH)
    const connection = await Connection.open(worker.port)
    const send = async (count: number): Promise<void> => {
      const status = await connection.ask(write(messageBody(count)))
      if (status !== 200) throw new Error(`A correspondence was answered with ${status}`)
    }
    await worker.record()
    await send(1)
    await worker.collect(1)
    await worker.record()
    const { cpuUs } = worker
    const startedAtMs = Date.now()
    await send(recipients)
    const answeredAfterMs = Date.now() - startedAtMs
    const deliveries = await worker.collect(recipients)
    connection.close()
    return {
      recipients,
      answeredAfterMs,
      bareAnsweredAfterMs,
      lastAfterMs: deliveries.reduce((last, { deliveredMs }) => Math.max(last, deliveredMs), startedAtMs) - startedAtMs,
      lost: recipients - new Set(deliveries.map(({ reference }) => reference)).size,
      cpuUsPerRecipient: (worker.cpuUs - cpuUs) / recipients,
    }
  } finally {
    await worker.stop()
  }
}
