import { type CorrespondenceRequest, type MessageRecipient, parseMoment } from '@straks/shared'
import { templateLanguage } from '@straks/shared/templates'
import { initialise } from './lifecycle.ts'
import { planNotification } from './notification-plan.ts'
import type { Attachment, Message, NewCorrespondence } from './record.ts'

/** Everything beside the request that makes one correspondence of it. */
export type Circumstances = {
  readonly correspondenceId: string
  readonly organization: string
  readonly recipient: MessageRecipient
  /** Whether the recipient has declined, and is not to be written to all the same. */
  readonly isReserved: boolean
  readonly attachments: readonly Attachment[]
  readonly nowMs: number
  readonly traceId: string
}

/** A moment that the judge has found to be one. */
function momentOf(written: string): number {
  const moment = parseMoment(written)
  if (!moment.ok) throw new Error('The judge accepted a moment that cannot be read')
  return moment.value
}

const messageOf = (
  { content, ...correspondence }: CorrespondenceRequest['correspondence'],
  attachments: readonly Attachment[],
): Message => ({
  language: templateLanguage(content?.language),
  title: content?.messageTitle ?? '',
  summary: content?.messageSummary,
  body: content?.messageBody ?? '',
  attachments,
  externalReferences: correspondence.externalReferences ?? [],
  propertyList: correspondence.propertyList ?? {},
  replyOptions: correspondence.replyOptions ?? [],
})

/** One correspondence to one recipient, as a judged request asks for it. */
export function newCorrespondence(
  { correspondence }: CorrespondenceRequest,
  { correspondenceId, organization, recipient, isReserved, attachments, nowMs, traceId }: Circumstances,
): NewCorrespondence {
  const { requestedPublishTime, isConfirmationNeeded = false } = correspondence
  const notification = planNotification(correspondence, recipient)
  return {
    facts: {
      correspondenceId,
      organization,
      recipient,
      resourceId: correspondence.resourceId ?? '',
      sendersReference: correspondence.sendersReference ?? '',
      messageSender: correspondence.messageSender,
      ignoreReservation: correspondence.ignoreReservation ?? false,
      isConfidential: correspondence.isConfidential ?? false,
      requestedPublishTime,
      dueDateTime: correspondence.dueDateTime,
      createdAtMs: nowMs,
      traceId,
    },
    message: messageOf(correspondence, attachments),
    lifecycle: initialise(
      {
        publishAtMs: Math.max(nowMs, requestedPublishTime === undefined ? nowMs : momentOf(requestedPublishTime)),
        isConfirmationNeeded,
        hasNotification: notification !== undefined,
        isReserved,
      },
      nowMs,
    ),
    notification,
  }
}
