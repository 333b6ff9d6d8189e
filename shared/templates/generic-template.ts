import type { Written } from '../reading/document.ts'
import type { NotificationView } from '../reading/notification.ts'
import { renderNotification } from './render-notification.ts'

/** The longest words that Altinn writes around the sender's in an SMS: those of the reminder in bokmål. */
const LONGEST = { template: 'GenericAltinnMessage', language: 'nb', phase: 'reminder' } as const

/** A text of an SMS as long as it can be sent: with Altinn's words around it where the notification asks for them. */
export function withTemplate({ value, within }: Written, notifications: readonly NotificationView[]): string {
  const view = within && notifications.find(({ object }) => object === within)
  return view?.ownText === false ? renderNotification({ ...LONGEST, texts: { sms: value } }).sms : value
}
