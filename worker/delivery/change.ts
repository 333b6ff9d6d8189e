import type { Channel, DeliveryStatus } from '../domain/status.ts'

/** A shipment has a new status: what is told to the log and to whoever follows it. */
export type StatusChange = {
  readonly shipmentId: string
  readonly organization: string
  readonly channel: Channel
  readonly from: DeliveryStatus | undefined
  readonly to: DeliveryStatus
  readonly atMs: number
  readonly attempts: number
  readonly provider: string | undefined
  readonly traceId: string
}
