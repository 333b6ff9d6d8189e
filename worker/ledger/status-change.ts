import type { Channel, DeliveryStatus } from '../domain/status.ts'

/** A delivery has a new status: what the log and the inbox get. */
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
  /** Of a mail that came back: where it was sent to. Not for the log. */
  readonly bouncedFrom?: string
}
