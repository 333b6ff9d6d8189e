import { directAddresses } from '../reading/custom-recipient.ts'
import type { ReadDocument } from '../reading/document.ts'
import { phasesOf } from '../reading/needed-texts.ts'
import type { NotificationView, Phase } from '../reading/notification.ts'
import { MEDIA_OF, type Medium, usesAllMedia } from '../schema/channel.ts'
import { notificationTexts } from './notification-texts.ts'
import { languageOfTemplates } from './sent-text.ts'

/** One message that a notification comes to. Its keywords still stand in it. */
export type PlannedMessage = {
  readonly phase: Phase
  readonly medium: Medium
  /** Empty for an SMS, which has none. */
  readonly subject: string
  readonly body: string
  /** Whether the body is written as HTML. */
  readonly html: boolean
  /** Whether only those get it whom the channel's first medium does not reach. */
  readonly fallback: boolean
}

/** The media that an address is looked up for, and those that a custom recipient's own address settles. */
function mediaOf(view: NotificationView, phase: Phase): { readonly lookedUp: readonly Medium[]; direct: Set<Medium> } {
  const addresses = directAddresses(view)
  const onlyDirect =
    view.object.members.overrideRegisteredContactInformation === true &&
    addresses.length > 0 &&
    addresses.length === view.recipients.length
  const channel = onlyDirect ? undefined : view.channels[phase]
  return { lookedUp: channel ? MEDIA_OF[channel] : [], direct: new Set(addresses.map(({ medium }) => medium)) }
}

/** The media by which anyone is told of a notification in a phase. */
export function mediaTold(view: NotificationView, phase: Phase): ReadonlySet<Medium> {
  const { lookedUp, direct } = mediaOf(view, phase)
  return new Set([...lookedUp, ...direct])
}

function messagesOfPhase(view: NotificationView, phase: Phase, document: ReadDocument): readonly PlannedMessage[] {
  const { subject, body, sms, contentType } = notificationTexts(view.object.members, {
    template: view.ownText === false ? 'GenericAltinnMessage' : 'CustomMessage',
    language: languageOfTemplates(document),
    phase,
  })
  const { lookedUp, direct } = mediaOf(view, phase)
  const channel = view.channels[phase]
  const prefers = !channel || !usesAllMedia(channel)
  return [...new Set([...lookedUp, ...direct])].flatMap((medium): PlannedMessage[] => {
    const fallback = prefers && lookedUp.indexOf(medium) > 0 && !direct.has(medium)
    if (medium === 'sms') return sms === '' ? [] : [{ phase, medium, subject: '', body: sms, html: false, fallback }]
    if (subject === '' && body === '') return []
    return [{ phase, medium, subject, body, html: contentType === 'Html', fallback }]
  })
}

/**
 * The messages that a notification comes to: for each occasion one for each medium that is used, whether its
 * text is the sender's, Altinn's or both. What the sender has yet to write is no message.
 * docs/altinn/correspondence.md §3.
 */
export const plannedMessages = (view: NotificationView, document: ReadDocument): readonly PlannedMessage[] =>
  phasesOf(view).flatMap((phase) => messagesOfPhase(view, phase, document))
