/** How a message travels. */
export type Channel = 'sms' | 'email'

const SMS_FINAL = [
  'SMS_Delivered',
  'SMS_Failed',
  'SMS_Failed_InvalidRecipient',
  'SMS_Failed_RecipientReserved',
  'SMS_Failed_RecipientNotIdentified',
  'SMS_Failed_BarredReceiver',
  'SMS_Failed_Deleted',
  'SMS_Failed_Expired',
  'SMS_Failed_Undelivered',
  'SMS_Failed_Rejected',
  'SMS_Failed_TTL',
] as const

const EMAIL_FINAL = [
  'Email_Delivered',
  'Email_Failed',
  'Email_Failed_InvalidFormat',
  'Email_Failed_RecipientReserved',
  'Email_Failed_RecipientNotIdentified',
  'Email_Failed_SuppressedRecipient',
  'Email_Failed_Bounced',
  'Email_Failed_FilteredSpam',
  'Email_Failed_Quarantined',
  'Email_Failed_TTL',
] as const

/** The statuses that never change again. Wire names: docs/altinn/notifications.md §4.1. */
export const FINAL_STATUSES = [...SMS_FINAL, ...EMAIL_FINAL] as const

/** Every status of a delivery, in the words of the wire. */
const DELIVERY_STATUSES = [
  'SMS_New',
  'SMS_Sending',
  'SMS_Accepted',
  'Email_New',
  'Email_Sending',
  'Email_Succeeded',
  ...FINAL_STATUSES,
] as const

export type FinalStatus = (typeof FINAL_STATUSES)[number]
export type DeliveryStatus = (typeof DELIVERY_STATUSES)[number]

type Milestones = {
  readonly new: DeliveryStatus
  readonly sending: DeliveryStatus
  readonly accepted: DeliveryStatus
  readonly delivered: FinalStatus
  readonly failed: FinalStatus
  readonly timeToLive: FinalStatus
}

/** What each channel calls the milestones that both share. */
export const STATUS_OF: Readonly<Record<Channel, Milestones>> = {
  sms: {
    new: 'SMS_New',
    sending: 'SMS_Sending',
    accepted: 'SMS_Accepted',
    delivered: 'SMS_Delivered',
    failed: 'SMS_Failed',
    timeToLive: 'SMS_Failed_TTL',
  },
  email: {
    new: 'Email_New',
    sending: 'Email_Sending',
    accepted: 'Email_Succeeded',
    delivered: 'Email_Delivered',
    failed: 'Email_Failed',
    timeToLive: 'Email_Failed_TTL',
  },
}

/** What the manifest calls the channel of a recipient. docs/altinn/notifications.md §4.3. */
export const CHANNEL_NAMES = { sms: 'SMS', email: 'Email' } as const satisfies Record<Channel, string>

const SUCCEEDED: ReadonlySet<DeliveryStatus> = new Set([
  'SMS_Accepted',
  'SMS_Delivered',
  'Email_Succeeded',
  'Email_Delivered',
])

/**
 * Whether a provider has at least taken the message. Altinn forgets an SMS here once it is delivered.
 * docs/altinn/notifications.md §2.2.
 */
export const hasSucceeded = (status: DeliveryStatus): boolean => SUCCEEDED.has(status)

const FAILED = /_Failed/

/** Whether a message did not arrive, for whatever reason. */
export const hasFailed = (status: DeliveryStatus): boolean => FAILED.test(status)
