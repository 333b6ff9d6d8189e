import { type Path, properName, toDottedPath } from '@straks/shared'

/** What Altinn's server calls the members of instant messages whose names differ from the wire's. docs/altinn/notifications.md §1.3. */
const INSTANT_NAMES: ReadonlyMap<string, string> = new Map([
  ['recipient', 'InstantNotificationRecipient'],
  ['recipientemail', 'InstantEmailDetails'],
  ['smssettings', 'ShortMessageContent'],
])

const capital = (name: string): string => name.slice(0, 1).toUpperCase() + name.slice(1)

/** The server's names differ from the wire's in the first letter alone. */
const serverName = (written: string): string => capital(properName(written) ?? written)

/**
 * The path in the document, as .NET's JSON reader tells it: `$.reminders[0].delayDays`, spelt as the document spells it.
 */
export const jsonPath = (path: Path): string => toDottedPath(['$', ...path])

/** The path as the server writes it: `Correspondence.Notification.CustomRecipients[0].EmailAddress`. */
export const serverPath = (path: Path): string =>
  toDottedPath(path.map((step) => (typeof step === 'number' ? step : serverName(step))))

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
  return toDottedPath(
    names.map((name, index) => {
      const isOfAddress = names[index - 1] === 'RecipientEmail' || names[index - 1] === 'RecipientSms'
      return isOfAddress && (name === 'EmailSettings' || name === 'SmsSettings') ? 'Settings' : name
    }),
  )
}

/** The member at the end of such a path. */
export const lastOf = (path: string): string => path.slice(path.lastIndexOf('.') + 1)
