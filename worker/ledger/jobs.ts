import { chunksOf } from '../platform/chunks.ts'
import type { DeliveryJob } from './delivery-job.ts'
import type { DueWork } from './due-rows.ts'
import type { OrderJob } from './order-job.ts'

/**
 * How many rows one queue message names: few enough that a worker is done with all well within the lease of their claims,
 * with six connections to a provider that answers within half a second.
 */
const ROWS_OF_JOB = 25

/** Puts rows on a queue, many to a message. The platform takes a hundred messages at once. */
async function sendJobs<Job>(
  queue: Queue<Job>,
  names: readonly string[],
  toJob: (names: string[]) => Job,
): Promise<void> {
  if (names.length === 0) return
  await queue.sendBatch(chunksOf(names, ROWS_OF_JOB).map((some) => ({ body: toJob([...some]) })))
}

/** Puts on the queues what has come due in a ledger of an organisation. */
export async function sendWork(
  env: Env,
  organization: string,
  { deliveries, shipments }: Pick<DueWork, 'deliveries' | 'shipments'>,
): Promise<void> {
  await Promise.all([
    sendJobs(env.RETRIES, deliveries, (references): DeliveryJob => ({ organization, references })),
    sendJobs(env.ORDERS, shipments, (shipmentIds): OrderJob => ({ organization, shipmentIds })),
  ])
}
