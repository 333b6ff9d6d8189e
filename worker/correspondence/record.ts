import type { CorrespondenceRequest, MessageRecipient } from '@straks/shared'
import type { Lifecycle } from './lifecycle.ts'
import type { NotificationPlan } from './notification-plan.ts'

type Request = CorrespondenceRequest['correspondence']

/** What is known of a correspondence as long as it is remembered. */
export type Facts = {
  readonly correspondenceId: string
  /** The short name of the organisation that sent it, from its token. */
  readonly organization: string
  readonly recipient: MessageRecipient
  readonly resourceId: string
  readonly sendersReference: string
  readonly messageSender: string | undefined
  readonly ignoreReservation: boolean
  readonly isConfidential: boolean
  readonly requestedPublishTime: string | undefined
  readonly dueDateTime: string | undefined
  readonly createdAtMs: number
  readonly traceId: string
}

/** An attachment: a reference to a file that is kept elsewhere. */
export type Attachment = NonNullable<NonNullable<Request['content']>['attachments']>[number] & { readonly id: string }

/** What the message says. Erased when it is purged. */
export type Message = {
  readonly language: string
  readonly title: string
  readonly summary: string | undefined
  readonly body: string
  readonly attachments: readonly Attachment[]
  readonly externalReferences: NonNullable<Request['externalReferences']>
  readonly propertyList: NonNullable<Request['propertyList']>
  readonly replyOptions: NonNullable<Request['replyOptions']>
}

/** A correspondence as it is created. */
export type NewCorrespondence = {
  readonly facts: Facts
  readonly message: Message
  readonly lifecycle: Lifecycle
  readonly notification: NotificationPlan | undefined
}

/** A correspondence as it is stored: without its message once that is purged. */
export type StoredCorrespondence = Omit<NewCorrespondence, 'message'> & { readonly message: Message | undefined }
