import { NotificationChannel } from '../schema/channel.ts'
import type { ReadObject } from './read-object.ts'

/** The first notification of a message, or the one that follows if it is not read. */
export type Phase = 'main' | 'reminder'

/** The member of each text of a notification. */
export const TEXT_MEMBERS = {
  main: { subject: 'emailSubject', body: 'emailBody', sms: 'smsBody' },
  reminder: { subject: 'reminderEmailSubject', body: 'reminderEmailBody', sms: 'reminderSmsBody' },
} as const satisfies Record<Phase, Record<string, string>>

/** One of the six members with a text. */
export type TextMember = (typeof TEXT_MEMBERS)[Phase]['subject' | 'body' | 'sms']

/** The members that list custom recipients. The first that lists any counts. */
const RECIPIENT_MEMBERS = ['customRecipients', 'customRecipient', 'customNotificationRecipients'] as const

/** A correspondence's notification as it will be understood, defaults filled in. */
export type NotificationView = {
  readonly object: ReadObject
  /**
   * Whether the whole text is the sender's own; otherwise Altinn's text stands around it. `undefined`: not to be read.
   */
  readonly ownText: boolean | undefined
  /** `undefined` where what is written is no channel. */
  readonly channels: Readonly<Record<Phase, NotificationChannel | undefined>>
  readonly sendsReminder: boolean
  /** The custom recipients that count, and the member that they come from. */
  readonly recipients: readonly ReadObject[]
  readonly recipientMember: (typeof RECIPIENT_MEMBERS)[number] | undefined
  /**
   * Whether it says nothing of what is sent and how: a piece of a notification, as guides show them, rather than one
   * that anybody would send.
   */
  readonly isExcerpt: boolean
}

const isChannel = (value: unknown): value is NotificationChannel =>
  NotificationChannel.options.some((channel) => channel === value)

/** A channel as written, or its default where none is. */
function readChannel(written: unknown, fallback: NotificationChannel | undefined): NotificationChannel | undefined {
  if (written === undefined) return fallback
  return isChannel(written) ? written : undefined
}

function recipientMemberOf(members: ReadObject['members']): NotificationView['recipientMember'] {
  const { customRecipients, customRecipient, customNotificationRecipients: overriding } = members
  if (Array.isArray(customRecipients) && customRecipients.length > 0) return 'customRecipients'
  if (customRecipient !== undefined) return 'customRecipient'
  if (Array.isArray(overriding) && overriding.length > 0) return 'customNotificationRecipients'
  return undefined
}

const RECIPIENT_ROLES = {
  customRecipients: 'custom-recipient',
  customRecipient: 'deprecated-custom-recipient',
  customNotificationRecipients: 'overriding-custom-recipient',
} as const

/** The recipients of the member that counts. Of `customNotificationRecipients` only the first element is ever used. */
function recipientsOf(
  notification: ReadObject,
  member: NotificationView['recipientMember'],
  objects: readonly ReadObject[],
): readonly ReadObject[] {
  if (!member) return []
  const first = notification.path.length + 1
  return objects.filter(
    ({ role, within, path }) =>
      role === RECIPIENT_ROLES[member] &&
      within === notification &&
      (member !== 'customNotificationRecipients' || path[first] === 0),
  )
}

const TELLING_MEMBERS = [
  'notificationTemplate',
  'notificationChannel',
  ...Object.values(TEXT_MEMBERS.main),
  ...Object.values(TEXT_MEMBERS.reminder),
]

/** Reads a notification's members together. Which list of recipients counts: docs/altinn/correspondence.md §2.2. */
export function viewNotification(object: ReadObject, objects: readonly ReadObject[]): NotificationView {
  const { members } = object
  const template = members.notificationTemplate ?? 'CustomMessage'
  const main = readChannel(members.notificationChannel, 'Email')
  const recipientMember = recipientMemberOf(members)
  return {
    object,
    ownText: template === 'CustomMessage' ? true : template === 'GenericAltinnMessage' ? false : undefined,
    channels: { main, reminder: readChannel(members.reminderNotificationChannel, main) },
    sendsReminder: members.sendReminder === true,
    recipients: recipientsOf(object, recipientMember, objects),
    recipientMember,
    isExcerpt: TELLING_MEMBERS.every((name) => members[name] === undefined),
  }
}
