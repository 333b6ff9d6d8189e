import type { Text } from './document.ts'
import type { NotificationView } from './notification.ts'

/** What Altinn writes before and after the sender's words in an SMS, at its longest: the reminder in bokmål. Seed 004. */
const AROUND = {
  before:
    'Hei. Dette er en påminnelse om at $correspondenceRecipientName$ har mottatt en ny melding fra $sendersName$. ',
  after: ' Logg deg inn i Altinn for å se denne meldingen.',
}

/** A text as it is sent: with Altinn's own words around it where the notification asks for them. */
export function withTemplate({ value, within }: Text, notifications: readonly NotificationView[]): string {
  const view = within && notifications.find(({ object }) => object === within)
  return view?.ownText === false ? AROUND.before + value + AROUND.after : value
}
