import type { MessageRecipient } from '@straks/shared'
import type { Sighting } from './correspondence.ts'
import { statusOf } from './lifecycle.ts'
import type { OrderIds } from './notification-orders.ts'
import type { Message } from './record.ts'

export const ORGANIZATION_PREFIX = 'urn:altinn:organization:identifier-no:'
export const PERSON_PREFIX = 'urn:altinn:person:identifier-no:'

/** A recipient as answers name it, however the request did. `spec/correspondence.md` 1.3. */
export function recipientUrn(recipient: MessageRecipient): string {
  if (recipient.kind === 'organization') return ORGANIZATION_PREFIX + recipient.number
  return recipient.kind === 'person' ? PERSON_PREFIX + recipient.number : recipient.urn
}

export const toIso = (atMs: number): string => new Date(atMs).toISOString()

const toContent = ({ language, title, summary, body, attachments }: Message) => ({
  language,
  messageTitle: title,
  messageSummary: summary ?? null,
  messageBody: body,
  attachments,
})

/** What sender and recipient see of a correspondence, but for its notifications. `spec/correspondence.md` 1.1, 4.6. */
export function toOverview({ facts, message, lifecycle }: Sighting, sender: string) {
  const current = statusOf(lifecycle)
  const published = lifecycle.history.find(({ status }) => status === 'Published')
  return {
    correspondenceId: facts.correspondenceId,
    resourceId: facts.resourceId,
    sender,
    sendersReference: facts.sendersReference,
    messageSender: facts.messageSender ?? null,
    recipient: recipientUrn(facts.recipient),
    content: message ? toContent(message) : null,
    created: toIso(facts.createdAtMs),
    requestedPublishTime: facts.requestedPublishTime ?? null,
    published: published ? toIso(published.atMs) : null,
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
  }
}

/** The notifications of a correspondence in brief: which orders there are, or will be. `spec/correspondence.md` 4.6. */
export function toNotificationRows({ lifecycle, notification }: Sighting, ids: readonly OrderIds[]) {
  if (lifecycle.placement !== 'finished') return ids.map(() => ({ notificationOrderId: null, isReminder: false }))
  return ids.flatMap(({ orderId }) => [
    { notificationOrderId: orderId, isReminder: false },
    ...(notification?.reminder ? [{ notificationOrderId: orderId, isReminder: true }] : []),
  ])
}
