import { type Finding, limits, SCHEMA_CODE } from '@straks/shared'

/** What Altinn's server calls the members whose names differ from the wire's. `spec/notifications.md` 1.3. */
const SERVER_NAMES: Readonly<Record<string, string>> = {
  recipientsms: 'RecipientSms',
  smssettings: 'ShortMessageContent',
  recipientemail: 'InstantEmailDetails',
  emailsettings: 'EmailSettings',
  recipient: 'InstantNotificationRecipient',
  idempotencyid: 'IdempotencyId',
  sendersreference: 'SendersReference',
  phonenumber: 'PhoneNumber',
  timetoliveinseconds: 'TimeToLiveInSeconds',
  emailaddress: 'EmailAddress',
  senderemailaddress: 'SenderEmailAddress',
  contenttype: 'ContentType',
}

const { min, max } = limits.TIME_TO_LIVE_SECONDS

/** What Altinn's server says, where a client may have learnt to expect it. `spec/notifications.md` 3.1. */
const SERVER_MESSAGES: Readonly<Record<string, (name: string) => string>> = {
  'required-text': (name) => `The ${name} field is required.`,
  'phone-number': () => 'Recipient phone number is not a valid mobile number.',
  'email-address': () => 'Invalid email address format.',
  'time-to-live': () => `Time-to-live must be between ${min} and ${max} seconds (48 hours).`,
}

/** What an order's clients may have learnt to expect. `spec/notifications.md` 7.1. */
const ORDER_MESSAGES: Readonly<Record<string, (name: string) => string>> = {
  'required-text': (name) => `The ${name} field is required.`,
  'order-recipient': () => 'Must have exactly one recipient.',
  'email-address': () => 'Invalid email address format.',
}

const serverName = (step: string | number): string => {
  const written = String(step)
  return SERVER_NAMES[written.toLowerCase()] ?? `${written.slice(0, 1).toUpperCase()}${written.slice(1)}`
}

/** The path as Altinn's server writes it. In the deprecated request the inner recipient has a third name. */
function serverPath(path: Finding['path']): string {
  const names = path.map(serverName)
  if (names[0] === 'InstantNotificationRecipient' && names[1] === 'RecipientSms')
    names[1] = 'ShortMessageDeliveryDetails'
  return names.join('.')
}

/** The path of an order's member: its names are the wire's, places in lists in brackets. `spec/notifications.md` 1.3. */
const orderPath = (path: Finding['path']): string =>
  path
    .map((step) => (typeof step === 'number' ? `[${step}]` : `.${step.slice(0, 1).toUpperCase()}${step.slice(1)}`))
    .join('')
    .slice(1)

/** A finding about an order as one entry of `errors`. */
export function altinnOrderError(finding: Finding): { readonly key: string; readonly message: string } {
  const { code, path, message } = finding
  if (code === SCHEMA_CODE) return altinnError(finding)
  const key = orderPath(path)
  return { key, message: ORDER_MESSAGES[code]?.(key.slice(key.lastIndexOf('.') + 1)) ?? message }
}

/** A finding as one entry of `errors`: the key and the message that a client written for Altinn finds there. */
export function altinnError(finding: Finding): { readonly key: string; readonly message: string } {
  const { code, path, message } = finding
  if (code === SCHEMA_CODE) return { key: ['$', ...path].join('.'), message }
  const name = serverName(path.at(-1) ?? '')
  return { key: serverPath(path), message: SERVER_MESSAGES[code]?.(name) ?? message }
}
