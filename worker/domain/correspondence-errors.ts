import { limits } from '@straks/shared'

/** What Altinn answers to each mistake: the status, and its own words. docs/altinn/correspondence.md §2.1. */
export const CORRESPONDENCE_ERRORS = {
  1001: [404, 'The requested correspondence was not found'],
  1005: [400, 'Mismatch between uploaded files and attachment metadata'],
  1006: [400, 'Recipients must be unique'],
  1007: [400, 'Existing attachment not found'],
  1008: [400, 'DueDateTime cannot be prior to today'],
  1009: [400, 'DueDateTime cannot be prior to RequestedPublishTime'],
  1013: [400, 'Sender cannot delete correspondence that has been published'],
  1014: [400, 'Correspondence has already been purged'],
  1016: [400, 'DueDateTime is required when confirmation is needed'],
  1018: [400, 'Attachment is not published'],
  1019: [400, 'The Content field must be provided for the correspondence'],
  1020: [400, 'Message title cannot be empty'],
  1021: [400, 'Message body cannot be empty'],
  1022: [400, `Message body cannot exceed ${limits.MESSAGE_MAX_UNITS.messageBody} characters`],
  1023: [400, 'Invalid language chosen. Supported languages is Norsk bokmål (nb), Nynorsk (nn) and English (en)'],
  1026: [400, 'Cannot archive or delete a correspondence which has not been confirmed when confirmation is required'],
  1027: [400, 'From date cannot be after to date'],
  1030: [
    422,
    "The recipient has reserved themselves from public correspondences. Can be overridden using the 'IgnoreReservation' flag.",
  ],
  1034: [409, 'A correspondence with the same idempotent key already exists'],
  1035: [400, 'Reply options must be well-formed URIs and HTTPS with a max length of 255 characters'],
  1037: [400, `Message title cannot exceed ${limits.MESSAGE_MAX_UNITS.messageTitle} characters`],
  1038: [400, 'A correspondence cannot contain more than 100 attachments in total'],
  1041: [400, 'Correspondence has already been confirmed or marked as read'],
  1042: [400, 'Message summary, if not null, must be between 0 and 255 characters long'],
  1045: [400, 'Transmission correspondences only support one recipient'],
  1047: [400, 'Idempotency key is not supported for requests with multiple recipients'],
  1048: [400, 'DialogId must be a valid non-empty GUID'],
  1051: [
    400,
    'Correspondences with GUI actions (ReplyOptions or IsConfirmationNeeded) cannot be sent as transmissions',
  ],
  1052: [400, 'Only one DialogportenTransmissionType external reference is allowed'],
  1053: [400, 'DialogportenTransmissionType external reference requires a DialogportenDialogId external reference'],
  2001: [404, 'The requested attachment was not found'],
  2002: [502, 'Error occurred during upload'],
  2004: [400, 'File must have content and has a max file size of 250 MB'],
  2005: [400, 'File has already been or is being uploaded'],
  2006: [400, 'File has already been purged'],
  2007: [400, 'Attachment cannot be purged as it is linked to at least one existing correspondence'],
  2008: [400, 'Checksum mismatch'],
  2010: [400, 'Filename is missing'],
  2011: [400, 'Filename is too long'],
  2012: [400, 'Filename contains invalid characters'],
  2016: [
    400,
    'This attachment is associated with a published correspondence and can no longer be accessed by service owner',
  ],
  3001: [404, 'The requested notification template with the given language was not found'],
  3002: [400, 'Email body and subject must be provided when sending email notifications'],
  3003: [400, 'Reminder email body and subject must be provided when sending reminder email notifications'],
  3004: [400, 'SMS body must be provided when sending SMS notifications'],
  3005: [400, 'Reminder SMS body must be provided when sending reminder SMS notifications'],
  3006: [400, 'Email body, subject and SMS body must be provided when sending preferred notifications'],
  3007: [
    400,
    'Reminder email body, subject and SMS body must be provided when sending reminder preferred notifications',
  ],
  3011: [400, 'Invalid email provided for custom recipient.'],
  3012: [
    400,
    "Invalid mobile number provided. Mobile number can contain only '+' and numeric characters, and it must adhere to the E.164 standard.",
  ],
  3015: [
    400,
    'Recipient overrides with email or mobile number are not allowed when using notification recipient name because of name lookup',
  ],
  3017: [400, 'Custom recipient with multiple recipients is not allowed'],
  3018: [400, 'Custom recipient with multiple identifiers is not allowed'],
  3019: [400, 'Custom recipient without identifier is not allowed'],
  3022: [400, 'OverrideRegisteredContactInformation flag can only be used when CustomRecipients is provided'],
  3023: [400, 'Invalid notification template'],
  3024: [400, 'Email body, subject and SMS body must be provided when sending email and SMS notifications'],
  3025: [
    400,
    'Reminder email body, subject and SMS body must be provided when sending reminder email and SMS notifications',
  ],
} as const satisfies Readonly<Record<number, readonly [status: number, message: string]>>

/** A mistake that Altinn has a number for. */
export type CorrespondenceErrorCode = keyof typeof CORRESPONDENCE_ERRORS

export const isCorrespondenceErrorCode = (code: number | undefined): code is CorrespondenceErrorCode =>
  code !== undefined && Object.hasOwn(CORRESPONDENCE_ERRORS, code)
