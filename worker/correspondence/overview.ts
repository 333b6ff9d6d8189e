import type { MessageRecipient } from '@straks/shared'
import { bareResource } from '../domain/bare-resource.ts'
import { attachmentView } from './attachment-view.ts'
import { currentStatus, hasBeen } from './lifecycle.ts'
import type { OrderIds } from './notification-orders.ts'
import type { CorrespondenceView, Message } from './record.ts'
import { senderOf } from './sender.ts'

const ORGANIZATION_PREFIX = 'urn:altinn:organization:identifier-no:'
const PERSON_PREFIX = 'urn:altinn:person:identifier-no:'

/** A recipient as answers name it, however the request did. docs/altinn/correspondence.md §1.3. */
export function recipientUrn(recipient: MessageRecipient): string {
  if (recipient.kind === 'organization') return ORGANIZATION_PREFIX + recipient.number
  return recipient.kind === 'person' ? PERSON_PREFIX + recipient.number : recipient.urn
}

export const toIso = (atMs: number): string => new Date(atMs).toISOString()

/** The texts are the recipient's once the message is published: its sender then finds them blank. */
function toContent(
  { language, title, summary, body, attachments }: Message,
  view: CorrespondenceView,
  retentionDays: number,
) {
  const isBlank = !view.seesTexts && hasBeen(view.lifecycle, 'Published')
  return {
    language,
    messageTitle: isBlank ? '' : title,
    messageSummary: isBlank ? '' : (summary ?? ''),
    messageBody: isBlank ? '' : body,
    attachments: attachments.map((attachment) => attachmentView(attachment, view, retentionDays)),
  }
}

/**
 * What sender and recipient see of a correspondence, but for its notifications.
 * docs/altinn/correspondence.md §1.1, §4.6.
 */
export function toOverview(view: CorrespondenceView, retentionDays: number) {
  const { facts, message, lifecycle } = view
  const current = currentStatus(lifecycle)
  const read = lifecycle.history.find(({ status }) => status === 'Read')
  const published = lifecycle.history.find(({ status }) => status === 'Published')
  return {
    correspondenceId: facts.correspondenceId,
    resourceId: bareResource(facts.resourceId),
    sender: senderOf(facts),
    sendersReference: facts.sendersReference,
    messageSender: facts.messageSender ?? '',
    recipient: recipientUrn(facts.recipient),
    content: message ? toContent(message, view, retentionDays) : null,
    created: toIso(facts.createdAtMs),
    requestedPublishTime: facts.requestedPublishTime ?? toIso(facts.createdAtMs),
    published: published ? toIso(published.atMs) : null,
    read: read ? toIso(read.atMs) : null,
    dueDateTime: facts.dueDateTime ?? null,
    status: current.status,
    statusText: current.status,
    statusChanged: toIso(current.atMs),
    externalReferences: message?.externalReferences ?? [],
    propertyList: message?.propertyList ?? {},
    replyOptions: message?.replyOptions ?? [],
    ignoreReservation: facts.ignoreReservation,
    isConfirmationNeeded: lifecycle.isConfirmationNeeded,
    isConfidential: facts.isConfidential,
    allowForwarding: facts.allowForwarding ?? false,
  }
}

/**
 * The notifications of a correspondence in brief: which orders there are, or will be.
 * docs/altinn/correspondence.md §4.6.
 */
export function toNotificationRows({ lifecycle, notification }: CorrespondenceView, ids: readonly OrderIds[]) {
  if (lifecycle.placement !== 'finished') return ids.map(() => ({ notificationOrderId: null, isReminder: false }))
  return ids.flatMap(({ orderId }) => [
    { notificationOrderId: orderId, isReminder: false },
    ...(notification?.reminder ? [{ notificationOrderId: orderId, isReminder: true }] : []),
  ])
}
