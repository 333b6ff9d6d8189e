import type { Channel, DeliveryStatus } from '../domain/status.ts'

/** A delivery has a new status: what is told to the log and to whoever follows it. */
export type StatusChange = {
  readonly shipmentId: string
  /** The delivery's own name. */
  readonly reference: string
  readonly organization: string
  readonly channel: Channel
  readonly from: DeliveryStatus | undefined
  readonly to: DeliveryStatus
  readonly atMs: number
  readonly attempts: number
  readonly provider: string | undefined
  /** Whether the inbox had it in the provider's place. */
  readonly simulated: boolean
  readonly traceId: string
}
