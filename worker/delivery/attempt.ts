import type { Content } from '../domain/message.ts'
import type { DeliveryAddress } from '../domain/order-id.ts'
import type { Trace } from '../log/trace.ts'

/** One attempt that its ledger has granted. */
export type Attempt = {
  readonly organization: string
  readonly address: DeliveryAddress
  readonly attempt: number
  readonly to: string
  readonly content: Content
  readonly simulated: boolean
  readonly expiresAtMs: number
  /** The provider that may already have the message: nobody else is asked. */
  readonly stayWith: string | undefined
  /** The provider that was asked last, where an earlier attempt came to nothing. */
  readonly askedLast: string | undefined
  readonly trace: Trace
}
