import type { Path } from '@straks/shared'

/** What Altinn's server calls the members of instant messages whose names differ from the wire's. docs/altinn/notifications.md §1.3. */
const INSTANT_NAMES: ReadonlyMap<string, string> = new Map([
  ['recipient', 'InstantNotificationRecipient'],
  ['recipientemail', 'InstantEmailDetails'],
  ['smssettings', 'ShortMessageContent'],
])

/** The proper names of members, by their names in lower case. The server's differ from them in the first letter alone. */
const MEMBERS: ReadonlyMap<string, string> = new Map(
  [
    ...[
      'idempotencyId',
      'sendersReference',
      'requestedSendTime',
      'conditionEndpoint',
      'recipient',
      'reminders',
      'delayDays',
    ],
    ...['dialogportenAssociation', 'dialogId', 'transmissionId'],
    ...['recipientEmail', 'recipientSms', 'recipientPerson', 'recipientOrganization', 'recipientExternalIdentity'],
    ...[
      'emailAddress',
      'phoneNumber',
      'nationalIdentityNumber',
      'orgNumber',
      'externalIdentity',
      'timeToLiveInSeconds',
    ],
    ...['channelSchema', 'resourceId', 'resourceAction', 'ignoreReservation', 'useStaleContactInformation'],
    ...[
      'emailSettings',
      'smsSettings',
      'subject',
      'body',
      'contentType',
      'sender',
      'senderEmailAddress',
      'sendingTimePolicy',
    ],
    ...['notificationChannel', 'recipients', 'mobileNumber', 'organizationNumber', 'emailTemplate', 'smsTemplate'],
    ...['fromAddress', 'senderNumber'],
  ].map((name) => [name.toLowerCase(), name]),
)

const capital = (name: string): string => name.slice(0, 1).toUpperCase() + name.slice(1)

const serverName = (written: string): string => capital(MEMBERS.get(written.toLowerCase()) ?? written)

/** The names of a path as the server writes them, places in lists in brackets: `Reminders[0].DelayDays`. */
const joined = (names: readonly (string | number)[], root = ''): string =>
  names.map((name) => (typeof name === 'number' ? `[${name}]` : `.${name}`)).reduce((path, step) => path + step, root)

/**
 * The path in the document, as .NET's JSON reader tells it: `$.reminders[0].delayDays`, spelt as the document spells it.
 */
export const jsonPath = (path: Path): string => joined(path, '$')

/** The path of an instant message's member. In the deprecated request the inner recipient has a third name. */
export function instantPath(path: Path): string {
  const names = path.map((step) => INSTANT_NAMES.get(String(step).toLowerCase()) ?? serverName(String(step)))
  if (names[0] === 'InstantNotificationRecipient' && names[1] === 'RecipientSms')
    names[1] = 'ShortMessageDeliveryDetails'
  return names.join('.')
}

/** The path of an order's member. The settings of a known address are just `Settings`. */
export function orderPath(path: Path): string {
  const names = path.map((step) => (typeof step === 'number' ? step : serverName(step)))
  return joined(
    names.map((name, index) => {
      const isOfAddress = names[index - 1] === 'RecipientEmail' || names[index - 1] === 'RecipientSms'
      return isOfAddress && (name === 'EmailSettings' || name === 'SmsSettings') ? 'Settings' : name
    }),
  ).slice(1)
}
