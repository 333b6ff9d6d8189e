/** Every number that the editor and the edge agree on: unit in the name, reason and source beside it. */

/** Characters that fit one SMS in the GSM 7-bit alphabet (140 octets of 8 bits = 160 of 7). 3GPP TS 23.038. */
export const GSM7_SINGLE_PART_SEPTETS = 160

/** Septets of text in each part of a longer SMS: seven go to the header that joins the parts. 3GPP TS 23.040. */
export const GSM7_JOINED_PART_SEPTETS = 153

/** UTF-16 units that fit one SMS once a single character lies outside the GSM alphabet. 3GPP TS 23.038. */
export const UCS2_SINGLE_PART_UNITS = 70

/** UTF-16 units of text in each part of a longer SMS outside the GSM alphabet. 3GPP TS 23.040. */
export const UCS2_JOINED_PART_UNITS = 67

/**
 * Septets that Altinn's operator puts into each part of a long SMS, fewer than the standard allows.
 * docs/altinn/correspondence.md §2.9.
 */
export const OPERATOR_PART_SEPTETS = 134

/**
 * Parts that the operator sends of one message; it drops the rest silently, so more is refused.
 * docs/altinn/correspondence.md §2.9.
 */
export const SMS_MAX_PARTS = 16

/**
 * How long an SMS may be tried. Below 1 nothing could be sent; 48 hours is what operators keep.
 * docs/altinn/notifications.md §3.4.
 */
export const TIME_TO_LIVE_SECONDS = { min: 1, max: 172_800 } as const

/**
 * What the guide advises for one-time codes: long enough to type, too short to misuse.
 * docs/altinn/notifications.md §3.8.
 */
export const ONE_TIME_CODE_TIME_TO_LIVE_SECONDS = { min: 60, max: 300 } as const

/** How long an e-mail is tried; its requests carry no time-to-live. docs/altinn/notifications.md §3.4. */
export const EMAIL_TIME_TO_LIVE_SECONDS = 172_800

/** UTF-16 units of an e-mail subject that clients show in full. docs/altinn/correspondence.md §2.9. */
export const EMAIL_SUBJECT_MAX_UNITS = 128

/** UTF-16 units of an e-mail body. docs/altinn/correspondence.md §2.9. */
export const EMAIL_BODY_MAX_UNITS = 10_000

/** UTF-16 units of an SMS text before keywords are filled in: 16 parts of 134. docs/altinn/correspondence.md §2.9. */
export const SMS_BODY_MAX_UNITS = SMS_MAX_PARTS * OPERATOR_PART_SEPTETS

/** UTF-16 units of a message's own members. docs/altinn/correspondence.md §1.1. */
export const MESSAGE_MAX_UNITS = {
  resourceId: 255,
  sendersReference: 4_096,
  messageSender: 255,
  messageTitle: 255,
  messageSummary: 255,
  messageBody: 30_000,
  propertyName: 50,
  propertyValue: 300,
  linkURL: 255,
} as const

/** How many of each a message may have. docs/altinn/correspondence.md §1.1. */
export const MESSAGE_MAX_COUNTS = {
  recipients: 500,
  attachments: 100,
  externalReferences: 10,
  propertyList: 10,
} as const

/**
 * UTF-16 units of the members that Altinn sets no limit for. A longer one is refused before a pattern or a parser reads
 * it: what a caller can make us read costs what the caller chooses. `docs/compatibility/judge.md` has the table.
 */
export const MEMBER_MAX_UNITS = {
  /** A reference to something elsewhere: as much as Altinn takes for the reference of a message. */
  reference: 4_096,
  /** Library `libphonenumber`, which Altinn reads numbers with, refuses a longer one. */
  phoneNumber: 250,
  /** An e-mail address of 254 octets, with the spaces that may stand around it. */
  emailAddress: 512,
  /** A number, a name or a short word: an organisation, a person, an action, a file, an SMS sender. */
  name: 255,
  /** A URN, with an e-mail address in it. */
  urn: 1_024,
  /** A web address: what every server should be able to read. RFC 9110 4.1. */
  address: 8_000,
  /** A date and time, with its zone. */
  moment: 64,
  /** A UUID, with the braces that .NET takes around one. */
  uuid: 38,
} as const

/** Characters of a host's name. RFC 1035 2.3.4: 255 octets on the wire, of which two are not the name's. */
export const HOST_MAX_UNITS = 253

/** UTF-16 units of texts, keys and references: none is longer than the request that carries it. */
export const TEXT_MAX_UNITS = 262_144

/** How many of each a request may list where Altinn sets no limit. */
export const LIST_MAX_COUNTS = {
  customRecipients: 500,
  customNotificationRecipients: 10,
  replyOptions: 100,
  /** Of one order: what one commit stores within milliseconds. */
  recipients: 1_000,
} as const

/**
 * Characters of an alphanumeric SMS sender; networks cut what is longer. 3GPP TS 23.040,
 * docs/altinn/notifications.md §3.7.
 */
export const SMS_SENDER_MAX_CHARACTERS = 11

/** Octets of a whole e-mail address, and of the part before the `@`. RFC 5321 4.5.3.1, RFC 3696 erratum 1690. */
export const EMAIL_ADDRESS_MAX_OCTETS = { whole: 254, localPart: 64, domainLabel: 63 } as const

/** Bytes of a request body: ten times the longest text the rules allow, and small enough to keep many in memory. */
export const REQUEST_BODY_MAX_BYTES = 262_144

/** Bytes of the file of an attachment: 250 MB, as Altinn counts them. docs/altinn/correspondence.md §8. */
export const ATTACHMENT_MAX_BYTES = 262_144_000

/** Levels of nesting in a JSON document: the limit of the reader that Altinn's clients know. */
export const JSON_MAX_DEPTH = 64

/**
 * From the publication of a message, or from now if that is past, until its recipients are notified.
 * docs/altinn/correspondence.md §4.2.
 */
export const NOTIFICATION_DELAY_SECONDS = 300

/**
 * From the notification of a message until its recipients are reminded, if it is not read: 7 days, or 1.
 * docs/altinn/correspondence.md §4.3.
 */
export const REMINDER_DELAY_SECONDS = { production: 604_800, test: 86_400 } as const

/**
 * When in the day an SMS goes out that need not wake anyone, in the time of `SMS_TIME_ZONE`, unless a service is set
 * otherwise. docs/altinn/correspondence.md §4.9.
 */
export const SMS_WINDOW = '09:00-17:00'

/** The same for an e-mail that waits for the day: always. docs/altinn/notifications.md §7.4. */
export const EMAIL_WINDOW = '00:00-24:00'

/** Whose clock `SMS_WINDOW` is read from: Altinn's. docs/altinn/notifications.md §7.4. */
export const SMS_TIME_ZONE = 'Europe/Oslo'

/** Reminders of one order: with the order and its main shipment they share the numbers of one byte. */
export const REMINDERS_MAX = 254

/** Days between a message and its reminder: a hundred years, so that every sum of dates is a date. */
export const REMINDER_DELAY_DAYS_MAX = 36_500
