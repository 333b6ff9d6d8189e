import { type CorrespondenceRequest, type MessageRecipient, parseMomentInUtc } from '@straks/shared'
import { templateLanguage } from '@straks/shared/templates'
import { initialise } from './lifecycle.ts'
import { planNotification } from './notification-plan.ts'
import { withRecipientName } from './recipient-name.ts'
import type { Message, MessageAttachment, NewCorrespondence } from './record.ts'

/** Everything beside the request that makes one correspondence of it. */
type CorrespondenceContext = {
  readonly correspondenceId: string
  readonly organization: string
  readonly senderNumber: string | undefined
  readonly recipient: MessageRecipient
  /** Left out where no text needs it; empty where the register tells none. */
  readonly recipientName?: string | undefined
  /** Whether the recipient has declined, and is not to be written to all the same. */
  readonly isReserved: boolean
  readonly attachments: readonly MessageAttachment[]
  readonly nowMs: number
  readonly traceId: string
}

/** A moment that the judge has found to be one. */
function momentOf(written: string): number {
  const moment = parseMomentInUtc(written)
  if (!moment.ok) throw new Error('The judge accepted a moment that cannot be read')
  return moment.value.atMs
}

/** A time that every reader knows: RFC 3339, with no more decimals than .NET writes. */
const KNOWN_TO_ALL = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(?:\.\d{1,7})?(?:Z|[+-]\d{2}:\d{2})$/

/** A time as answers show it: as it was written, or in UTC where not every client would read it. */
const shownTime = (written: string | undefined): string | undefined =>
  written === undefined || KNOWN_TO_ALL.test(written) ? written : new Date(momentOf(written)).toISOString()

const messageOf = (
  { content, ...correspondence }: CorrespondenceRequest['correspondence'],
  { attachments, recipientName = '' }: Pick<CorrespondenceContext, 'attachments' | 'recipientName'>,
): Message => ({
  language: templateLanguage(content?.language),
  title: withRecipientName(content?.messageTitle ?? '', recipientName),
  summary: content?.messageSummary && withRecipientName(content.messageSummary, recipientName),
  body: withRecipientName(content?.messageBody ?? '', recipientName),
  attachments,
  externalReferences: correspondence.externalReferences ?? [],
  propertyList: correspondence.propertyList ?? {},
  replyOptions: correspondence.replyOptions ?? [],
})

/** One correspondence to one recipient, as a judged request asks for it. */
export function newCorrespondence(
  { correspondence }: CorrespondenceRequest,
  {
    correspondenceId,
    organization,
    senderNumber,
    recipient,
    recipientName,
    isReserved,
    attachments,
    nowMs,
    traceId,
  }: CorrespondenceContext,
): NewCorrespondence {
  const { requestedPublishTime, isConfirmationNeeded = false } = correspondence
  const notification = planNotification(correspondence, recipient)
  const attachmentIds = attachments.filter(({ stored }) => stored).map(({ id }) => id)
  return {
    facts: {
      correspondenceId,
      organization,
      senderNumber,
      recipient,
      resourceId: correspondence.resourceId ?? '',
      sendersReference: correspondence.sendersReference ?? '',
      messageSender: correspondence.messageSender,
      ignoreReservation: correspondence.ignoreReservation ?? false,
      isConfidential: correspondence.isConfidential ?? false,
      allowForwarding: correspondence.allowForwarding ?? false,
      requestedPublishTime: shownTime(requestedPublishTime),
      dueDateTime: shownTime(correspondence.dueDateTime),
      createdAtMs: nowMs,
      traceId,
      ...(attachmentIds.length > 0 && { attachmentIds }),
    },
    message: messageOf(correspondence, { attachments, recipientName }),
    lifecycle: initialise(
      {
        publishAtMs: Math.max(nowMs, requestedPublishTime === undefined ? nowMs : momentOf(requestedPublishTime)),
        isConfirmationNeeded,
        hasNotification: notification !== undefined,
        isReserved,
        ...(attachmentIds.length > 0 && { attachments: 'held' }),
      },
      nowMs,
    ),
    notification,
  }
}
