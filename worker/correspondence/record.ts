import type { CorrespondenceRequest, MessageRecipient } from '@straks/shared'
import type { CorrespondenceLifecycle } from './lifecycle.ts'
import type { NotificationPlan } from './notification-plan.ts'

type Request = CorrespondenceRequest['correspondence']

/** What is known of a correspondence as long as it is remembered. */
export type Facts = {
  readonly correspondenceId: string
  /** The short name of the organisation that sent it, from its token. */
  readonly organization: string
  /** Its nine digits, where the token named them. */
  readonly senderNumber: string | undefined
  readonly recipient: MessageRecipient
  readonly resourceId: string
  readonly sendersReference: string
  readonly messageSender: string | undefined
  readonly ignoreReservation: boolean
  readonly isConfidential: boolean
  /** Left out by older versions, which did not keep it. */
  readonly allowForwarding?: boolean
  readonly requestedPublishTime: string | undefined
  readonly dueDateTime: string | undefined
  readonly createdAtMs: number
  readonly traceId: string
  /** The attachments whose files are here: they are given back when it is purged or forgotten. */
  readonly attachmentIds?: readonly string[]
}

/** An attachment: a file of ours, or a reference to one that is kept elsewhere. */
export type MessageAttachment = NonNullable<NonNullable<Request['content']>['attachments']>[number] & {
  readonly id: string
  /** There where the file is ours. */
  readonly stored?: { readonly md5: string; readonly createdAtMs: number; readonly publishedAtMs: number }
}

/** What the message says. Erased when it is purged. */
export type Message = {
  readonly language: string
  readonly title: string
  readonly summary: string | undefined
  readonly body: string
  readonly attachments: readonly MessageAttachment[]
  readonly externalReferences: NonNullable<Request['externalReferences']>
  readonly propertyList: NonNullable<Request['propertyList']>
  readonly replyOptions: NonNullable<Request['replyOptions']>
}

/** A correspondence as it is created. */
export type NewCorrespondence = {
  readonly facts: Facts
  readonly message: Message
  readonly lifecycle: CorrespondenceLifecycle
  readonly notification: NotificationPlan | undefined
}

/** A correspondence as it is stored: without its message once that is purged. */
export type StoredCorrespondence = Omit<NewCorrespondence, 'message'> & { readonly message: Message | undefined }

/** A correspondence as someone may see it. */
export type CorrespondenceView = StoredCorrespondence & {
  readonly as: 'sender' | 'recipient'
  /** Whether it is the recipient who looks. The sender sees no texts once the message is published. */
  readonly seesTexts: boolean
}
