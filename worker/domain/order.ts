import type { NotificationChannel } from '@straks/shared'
import type { KeywordValues } from '@straks/shared/text'
import type { EmailContent, SmsContent } from './message.ts'

/** Who a shipment goes to: a known address, or a party whose addresses a register knows. */
export type Recipient =
  | { readonly kind: 'email'; readonly emailAddress: string }
  | { readonly kind: 'sms'; readonly phoneNumber: string }
  | {
      readonly kind: 'person'
      readonly nationalIdentityNumber: string
      readonly ignoreReservation: boolean
      readonly useStaleContactInformation: boolean
    }
  | {
      readonly kind: 'organization'
      readonly organizationNumber: string
      readonly resourceId: string | undefined
      readonly resourceAction: string | undefined
    }
  /** A user without a national identity number, who is known by a name that no register here resolves. */
  | { readonly kind: 'username'; readonly urn: string }

/** What must be true when a shipment falls due, or it is not sent. */
export type Condition =
  | { readonly kind: 'endpoint'; readonly url: string }
  | { readonly kind: 'correspondence'; readonly correspondenceId: string; readonly phase: 'main' | 'reminder' }

/** What a shipment says, before keywords are filled in. The secret part: erased when the shipment is final. */
export type Texts = { readonly email?: EmailContent | undefined; readonly sms?: SmsContent | undefined }

/** Everything that is known of a shipment before it falls due. */
export type ShipmentPlan = {
  readonly type: 'Notification' | 'Reminder'
  readonly sendersReference: string | undefined
  readonly dueMs: number
  readonly recipient: Recipient
  readonly channel: NotificationChannel
  /** Whether SMS wait for the send window. */
  readonly smsPolicy: 'Anytime' | 'Daytime'
  readonly condition: Condition | undefined
  readonly texts: Texts
  /** What keywords become that no register is asked for: the sender and the recipient of a correspondence. */
  readonly keywords: KeywordValues
}

/** An ordinary order: its main shipment, then its reminders. */
export type Order = {
  readonly idempotencyId: string
  readonly sendersReference: string | undefined
  readonly shipments: readonly [ShipmentPlan, ...ShipmentPlan[]]
}
