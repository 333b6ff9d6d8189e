import { limits } from '@straks/shared'

/** What the server says of a mistake. `name` is the member as the server calls it. */
type Sentence = (name: string) => string

/** Sentences by rule, and by rule and sentence where the server tells cases of one rule apart: `resource-id/malformed`. */
export type Sentences = ReadonlyMap<string, Sentence>

const { min, max } = limits.TIME_TO_LIVE_SECONDS

const sentences = (table: Readonly<Record<string, string | Sentence>>): Sentences =>
  new Map(Object.entries(table).map(([key, said]) => [key, typeof said === 'string' ? () => said : said]))

const REQUIRED: Sentence = (name) => `The ${name} field is required.`

/** What the server says of instant messages. docs/altinn/notifications.md §3.1. */
export const INSTANT_SENTENCES = sentences({
  'required-text': REQUIRED,
  'phone-number': 'Recipient phone number is not a valid mobile number.',
  'email-address': 'Invalid email address format.',
  'time-to-live': `Time-to-live must be between ${min} and ${max} seconds (48 hours).`,
})

/** What the server says of orders. docs/altinn/notifications.md §7.1. */
export const ORDER_SENTENCES = sentences({
  // Its validators have sentences for blank texts, which its checks of what is required never let them say.
  'required-text': REQUIRED,
  'required-text/settingsOfOne': (name) => `${name} must be set when ChannelSchema is ${name.replace('Settings', '')}`,
  'required-text/settingsOfBoth': (name) => `${name} must be set when ChannelSchema is EmailAndSms`,
  'required-text/settingsOfPreferred': (name) =>
    `${name} must be set when ChannelSchema is SmsPreferred or EmailPreferred`,
  'order-recipient': 'Must have exactly one recipient.',
  'phone-number': 'Recipient phone number is not a valid mobile number.',
  'email-address': (name) =>
    name === 'SenderEmailAddress' ? 'The sender email address is not valid.' : 'Invalid email address format.',
  'organization-number': 'Organization number must be 9 digits long.',
  'national-identity-number': 'National identity number must be 11 digits long.',
  'external-identity': 'Invalid external identity URN format.',
  'resource-id/malformed': 'ResourceId must have a valid syntax.',
  'resource-id/actionAlone': 'ResourceAction cannot be specified without a ResourceId.',
  'resource-id/actionBlank': 'ResourceAction cannot be blank or whitespace.',
  'requested-send-time/no-zone': 'The requested send time value must have specified a time zone.',
  'requested-send-time/past': 'RequestedSendTime must be greater than or equal to now.',
  'condition-endpoint/malformed': 'ConditionEndpoint must be a valid absolute URI or null.',
  'condition-endpoint/scheme-unsupported': 'ConditionEndpoint must use http or https scheme.',
  'reminder-time/none': 'Either DelayDays or RequestedSendTime must be defined, but not both.',
  'reminder-time/both': 'Either DelayDays or RequestedSendTime must be defined, but not both.',
  'reminder-time/tooSoon': 'DelayDays must be greater than or equal to 1 day.',
})

/** What the server says of the times of reminders, in other words than of the order's own. */
export const REMINDER_SENTENCES = sentences({
  'requested-send-time/no-zone': 'The RequestedSendTime must have specified a time zone.',
  'requested-send-time/past': 'RequestedSendTime must be greater than or equal to the current UTC time.',
})

/** What the server says of orders to several recipients. docs/altinn/notifications.md §2.2. */
export const LISTED_ORDER_SENTENCES = sentences({
  'required-text': REQUIRED,
  'recipient-list/none': 'One or more recipient is required.',
  'recipient-list/email':
    'Either a valid email address, organization number, or national identity number must be provided for each recipient.',
  'recipient-list/sms':
    'Either a valid mobile number starting with country code, organization number, or national identity number must be provided for each recipient.',
  'recipient-list/preferred':
    'Either a valid email address, mobile number starting with country code, organization number, or national identity number must be provided for each recipient.',
  'recipient-list/personCombined':
    'National identity number cannot be combined with email address, mobile number, or organization number.',
  'recipient-list/organizationCombined':
    'Organization number cannot be combined with email address, mobile number, or national identity number.',
  'email-address': 'Invalid email address format.',
  'phone-number':
    "Mobile number can contain only '+' and numeric characters, and it must adhere to the E.164 standard.",
  'national-identity-number': 'National identity number must be 11 digits long.',
  'organization-number': 'Organization number must be 9 digits long.',
  'resource-id/actionAlone': 'ResourceAction cannot be specified without a ResourceId.',
  'resource-id/actionBlank': 'ResourceAction cannot be blank or whitespace.',
  'requested-send-time/no-zone': 'The requested send time value must have specified a time zone.',
  'requested-send-time/past': 'Send time must be in the future. Leave blank to send immediately.',
  'condition-endpoint': 'The condition endpoint must be a valid URL.',
})

/** What it says of members that are missing or blank, by its names for them. */
export const LISTED_ORDER_ABSENT = sentences({
  NotificationChannel: 'A notification channel must be defined.',
  Recipients: 'One or more recipient is required.',
  EmailTemplate: 'An email template is required for the selected notification channel.',
  // The words are the server's own.
  SmsTemplate: 'An SMS template is required for the selected the notification channel.',
  'EmailTemplate.Subject': 'The email template subject must not be empty.',
  'EmailTemplate.Body': 'The email template body must not be empty.',
  'SmsTemplate.Body': 'The SMS template body must not be empty.',
})

/** What the server says of a choice that is a number without a name. A name that it does not know cannot be read at all. */
export const CHOICE_SENTENCES: Sentences = sentences({
  contenttype: 'Email content type must be either Plain or HTML.',
  channelschema: 'Invalid channel scheme value.',
  'emailsettings.sendingtimepolicy': 'Email only supports send time daytime and anytime',
  'smssettings.sendingtimepolicy': 'SMS only supports send time daytime and anytime',
})
