import type { Words } from '@straks/shared'
import type { InboxMessage } from '../../providers/inbox/inbox-message.ts'

export type Status = InboxMessage['status']

const SENDING = { en: 'Sending', nb: 'Sendes', nn: 'Blir sendt' }
const REGISTERED = { en: 'Registered', nb: 'Registrert', nn: 'Registrert' }
const DELIVERED = { en: 'Delivered', nb: 'Levert', nn: 'Levert' }
const FAILED = { en: 'Failed', nb: 'Mislyktes', nn: 'Mislukkast' }
const OUT_OF_TIME = { en: 'Time ran out', nb: 'Tiden løp ut', nn: 'Tida rann ut' }
const RESERVED = {
  en: 'Declined by the recipient',
  nb: 'Mottakeren har reservert seg',
  nn: 'Mottakaren har reservert seg',
}
const NOT_IDENTIFIED = { en: 'No address known', nb: 'Ingen adresse kjent', nn: 'Inga adresse kjend' }

/** What the statuses of the wire mean to a person. */
export const STATUS_WORDS: Readonly<Record<Status, Words>> = {
  SMS_New: REGISTERED,
  SMS_Sending: SENDING,
  SMS_Accepted: { en: 'Taken by the network', nb: 'Tatt imot av nettet', nn: 'Teken imot av nettet' },
  SMS_Delivered: DELIVERED,
  SMS_Failed: FAILED,
  SMS_Failed_InvalidRecipient: { en: 'Invalid number', nb: 'Ugyldig nummer', nn: 'Ugyldig nummer' },
  SMS_Failed_RecipientReserved: RESERVED,
  SMS_Failed_RecipientNotIdentified: NOT_IDENTIFIED,
  SMS_Failed_BarredReceiver: { en: 'Receiver is barred', nb: 'Mottakeren er sperret', nn: 'Mottakaren er sperra' },
  SMS_Failed_Deleted: { en: 'Deleted by the network', nb: 'Slettet av nettet', nn: 'Sletta av nettet' },
  SMS_Failed_Expired: { en: 'Expired in the network', nb: 'Utløpt i nettet', nn: 'Gjekk ut på tid i nettet' },
  SMS_Failed_Undelivered: { en: 'Could not be delivered', nb: 'Kunne ikke leveres', nn: 'Kunne ikkje leverast' },
  SMS_Failed_Rejected: { en: 'Rejected', nb: 'Avvist', nn: 'Avvist' },
  SMS_Failed_TTL: OUT_OF_TIME,
  Email_New: REGISTERED,
  Email_Sending: SENDING,
  Email_Succeeded: {
    en: 'Taken by the mail server',
    nb: 'Tatt imot av e-posttjeneren',
    nn: 'Teken imot av e-posttenaren',
  },
  Email_Delivered: DELIVERED,
  Email_Failed: FAILED,
  Email_Failed_InvalidFormat: { en: 'Invalid address', nb: 'Ugyldig adresse', nn: 'Ugyldig adresse' },
  Email_Failed_RecipientReserved: RESERVED,
  Email_Failed_RecipientNotIdentified: NOT_IDENTIFIED,
  Email_Failed_SuppressedRecipient: {
    en: 'Recipient is suppressed',
    nb: 'Mottakeren er sperret',
    nn: 'Mottakaren er sperra',
  },
  Email_Failed_Bounced: { en: 'Bounced', nb: 'Kom i retur', nn: 'Kom i retur' },
  Email_Failed_FilteredSpam: { en: 'Filtered as spam', nb: 'Filtrert som søppelpost', nn: 'Filtrert som søppelpost' },
  Email_Failed_Quarantined: { en: 'Quarantined', nb: 'Satt i karantene', nn: 'Sett i karantene' },
  Email_Failed_TTL: OUT_OF_TIME,
}

/** Whether a word is the status of a message. */
export const isStatus = (word: string): word is Status => Object.hasOwn(STATUS_WORDS, word)

/** Where a status stands on the way. */
export function stageOf(status: Status): 'underway' | 'delivered' | 'failed' {
  if (status.endsWith('_Delivered')) return 'delivered'
  return status.includes('_Failed') ? 'failed' : 'underway'
}
