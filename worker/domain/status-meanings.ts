import type { DeliveryStatus } from './status.ts'

/** What each status tells a client, and what to do about it. Seed 000, "Tolk statusverdier". */
export const STATUS_MEANINGS: Readonly<Record<DeliveryStatus, string>> = {
  SMS_New: 'Waiting for its first attempt.',
  SMS_Sending: 'An attempt is being made, or the next one is planned.',
  SMS_Accepted: 'A provider has taken the message; its receipt is awaited.',
  SMS_Delivered: 'Final. The provider confirmed delivery.',
  SMS_Failed: 'Final. The provider failed without a more precise reason.',
  SMS_Failed_InvalidRecipient: 'Final. The number is not valid: tell the user and get a new one.',
  SMS_Failed_BarredReceiver: 'Final. The number is barred from receiving.',
  SMS_Failed_Deleted: 'Final. The operator deleted the message.',
  SMS_Failed_Expired: 'Final. The operator gave up before our own time ran out.',
  SMS_Failed_Undelivered: 'Final. The operator could not deliver the message.',
  SMS_Failed_Rejected: 'Final. The operator rejected the message.',
  SMS_Failed_TTL: 'Final. The time-to-live ran out: consider a new code.',
  Email_New: 'Waiting for its first attempt.',
  Email_Sending: 'An attempt is being made, or the next one is planned.',
  Email_Succeeded: 'A provider has taken the message; its report is awaited.',
  Email_Delivered: 'Final. The provider confirmed delivery.',
  Email_Failed: 'Final. The provider failed without a more precise reason.',
  Email_Failed_InvalidFormat: 'Final. The address is not valid: tell the user and get a new one.',
  Email_Failed_SuppressedRecipient: 'Final. The provider no longer sends to this address.',
  Email_Failed_Bounced: 'Final. The mail came back: follow up by hand.',
  Email_Failed_FilteredSpam: 'Final. The mail was taken for spam: follow up by hand.',
  Email_Failed_Quarantined: 'Final. The mail was put into quarantine.',
  Email_Failed_TTL: 'Final. No report within 48 hours.',
}
