import type { Path } from '../finding.ts'
import { NotificationChannel } from '../schema/channel.ts'
import type { Identifier } from './custom-recipient.ts'
import { memberPath, type ReadDocument } from './document.ts'
import type { ReadObject } from './read-object.ts'

/** The kinds of order whose channel is their own. */
const CHANNELS = new Map<string, NotificationChannel>([
  ['orders-email', 'Email'],
  ['orders-sms', 'Sms'],
])

/** The channel of an order to several recipients; `undefined` where it names none that there is. */
export function channelOfOrder({ members }: ReadObject, kindName: string): NotificationChannel | undefined {
  const channel = NotificationChannel.safeParse(members.notificationChannel)
  return CHANNELS.get(kindName) ?? channel.data
}

/** The recipients that an order to several lists. */
export const listedRecipients = ({ objects }: Pick<ReadDocument, 'objects'>): readonly ReadObject[] =>
  objects.filter(({ role }) => role === 'listed-recipient')

/** Where those recipients of an order are named in one of these ways. */
export const listedBy = (document: Pick<ReadDocument, 'objects'>, ways: readonly Identifier[]): readonly Path[] =>
  listedRecipients(document).flatMap((recipient) =>
    ways.filter((name) => recipient.members[name] !== undefined).map((name) => memberPath(recipient, name)),
  )
