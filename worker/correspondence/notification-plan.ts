import { type CorrespondenceRequest, MEDIA_OF, type MessageRecipient, type NotificationChannel } from '@straks/shared'
import { notificationTexts, templateLanguage } from '@straks/shared/templates'
import { findKeywords } from '@straks/shared/text'
import type { OrderedRecipient } from '../domain/order.ts'
import type { NotificationPhase } from './lifecycle.ts'
import { type NotifiedParty, notifiedParties } from './notified-party.ts'

/** What a notification says: keywords still stand in it. Each medium is there if all of it is. */
export type PlannedTexts = {
  readonly email?: { readonly subject: string; readonly body: string; readonly contentType: 'Plain' | 'Html' }
  readonly sms?: { readonly body: string }
}

/** How everyone is told, the first time or again. */
export type PhasePlan = {
  readonly channel: NotificationChannel
  /** The secret part: erased once the orders are placed, or never will be. */
  readonly texts: PlannedTexts | undefined
}

/** The notification of a message as it is stored until the message is published. */
export type NotificationPlan = {
  readonly parties: readonly NotifiedParty[]
  readonly main: PhasePlan
  readonly reminder: PhasePlan | undefined
}

type Correspondence = CorrespondenceRequest['correspondence']
type Notification = NonNullable<Correspondence['notification']>

function textsOf(notification: Notification, language: string | undefined, phase: NotificationPhase): PlannedTexts {
  const { subject, body, sms, contentType } = notificationTexts(notification, {
    template: notification.notificationTemplate ?? 'CustomMessage',
    language: templateLanguage(language),
    phase,
  })
  return {
    ...(subject !== '' && body !== '' && { email: { subject, body, contentType } }),
    ...(sms !== '' && { sms: { body: sms } }),
  }
}

/**
 * Plans the notification of a message: whom it tells, by which channel and in which words.
 * docs/altinn/correspondence.md §2.8.
 */
export function planNotification(
  { notification, content, ...correspondence }: Correspondence,
  recipient: MessageRecipient,
): NotificationPlan | undefined {
  if (!notification) return undefined
  const main = notification.notificationChannel ?? 'Email'
  return {
    parties: notifiedParties(notification, recipient, {
      resourceId: resourceUrn(correspondence.resourceId ?? ''),
      ignoreReservation: correspondence.ignoreReservation ?? false,
    }),
    main: { channel: main, texts: textsOf(notification, content?.language, 'main') },
    reminder:
      notification.sendReminder === true
        ? {
            channel: notification.reminderNotificationChannel ?? main,
            texts: textsOf(notification, content?.language, 'reminder'),
          }
        : undefined,
  }
}

const RESOURCE_PREFIX = 'urn:altinn:resource:'

const resourceUrn = (resourceId: string): string =>
  resourceId.startsWith(RESOURCE_PREFIX) ? resourceId : RESOURCE_PREFIX + resourceId

/** The keywords that are filled in from the message, or from names which have to be looked up before the orders are placed. */
const NAMES = ['sendersName', 'correspondenceRecipientName', 'messageTitle', 'resourceName']

const mentions = (words: string, names: readonly string[]): boolean =>
  findKeywords(words).some(({ keyword }) => keyword !== undefined && names.includes(keyword.name))

/** Whether the texts of a plan contain such a keyword. */
export const usesNames = (plan: NotificationPlan): boolean => mentions(wordsOf(plan), NAMES)

/** Whether the texts of a plan, or the title that may stand in them, name the resource: a register is to be asked for it. */
export const usesResourceName = (plan: NotificationPlan, title = ''): boolean =>
  mentions(wordsOf(plan) + title, ['resourceName'])

const wordsOf = ({ main, reminder }: NotificationPlan): string => JSON.stringify([main.texts, reminder?.texts])

/** A plan without its words. */
export const withoutTexts = ({ parties, main, reminder }: NotificationPlan): NotificationPlan => ({
  parties,
  main: { ...main, texts: undefined },
  reminder: reminder && { ...reminder, texts: undefined },
})

/** The channel that a party is told by: an address is its own. docs/altinn/correspondence.md §2.2. */
export function channelFor(recipient: OrderedRecipient, { channel }: PhasePlan): NotificationChannel {
  if (recipient.kind === 'email') return 'Email'
  return recipient.kind === 'sms' ? 'Sms' : channel
}

/** The texts of a plan that a channel may use. */
export function textsFor(channel: NotificationChannel, { email, sms }: PlannedTexts): PlannedTexts {
  const media = MEDIA_OF[channel]
  return { ...(media.includes('email') && email && { email }), ...(media.includes('sms') && sms && { sms }) }
}
