import type { NotificationChannel } from '@straks/shared'
import type { KeywordValues } from '@straks/shared/text'
import type { EmailContent, SmsContent } from './message.ts'

/** One recipient, named in one way: a known address, or a party whose addresses a register knows. */
export type OrderedRecipient =
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

/** One of several recipients, as their order names it: a party by its number, or by its addresses. */
export type ListedRecipient = {
  readonly emailAddress?: string | undefined
  readonly mobileNumber?: string | undefined
  readonly nationalIdentityNumber?: string | undefined
  readonly organizationNumber?: string | undefined
}

/** One recipient of a shipment: of several, also one who is known by an address in one channel or in both. */
export type SingleRecipient =
  | OrderedRecipient
  | {
      readonly kind: 'addresses'
      readonly emailAddress: string | undefined
      readonly phoneNumber: string | undefined
    }

/** Several recipients of one message. How parties are looked up is the same for all of them. */
export type RecipientList = {
  readonly kind: 'list'
  readonly recipients: readonly ListedRecipient[]
  readonly ignoreReservation: boolean | undefined
  readonly resourceId: string | undefined
  readonly resourceAction: string | undefined
}

/** Who a shipment goes to. */
export type Recipient = OrderedRecipient | RecipientList

/** What must be true when a shipment falls due, or it is not sent. */
export type Condition =
  | { readonly kind: 'endpoint'; readonly url: string }
  | { readonly kind: 'correspondence'; readonly correspondenceId: string; readonly phase: 'main' | 'reminder' }

/** What a shipment says, before keywords are filled in. The secret part: erased when the shipment is final. */
export type Texts = {
  readonly email?: EmailContent | undefined
  readonly sms?: SmsContent | undefined
  /** What keywords become that is as secret as the texts: the title of a correspondence. */
  readonly keywords?: KeywordValues | undefined
}

/** A party that is told the same at the same moment, and how. */
type AlsoTold = { readonly recipient: OrderedRecipient; readonly channel: NotificationChannel }

/** Everything that is known of a shipment before it falls due. */
export type ShipmentPlan = {
  readonly type: 'Notification' | 'Reminder'
  readonly sendersReference: string | undefined
  readonly dueMs: number
  readonly recipient: Recipient
  readonly channel: NotificationChannel
  /** Whether SMS wait for their send window. */
  readonly smsPolicy: 'Anytime' | 'Daytime'
  /** Whether e-mails wait for theirs. Left out: they do not. */
  readonly emailPolicy?: 'Anytime' | 'Daytime' | undefined
  readonly condition: Condition | undefined
  /** Where this party is told at the shipment's own address, the shipment is not sent: the address would get it twice. */
  readonly unlessTold?: AlsoTold | undefined
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
