import type { Members } from '../support/api/answer.ts'

/** A file of a form. */
type ClientFile = { readonly fileName: string; readonly content: string }

/** One call as a public client makes it. `{name}` in its path or its JSON stands for what an earlier call remembered. */
export type ClientCall = {
  readonly does: string
  readonly method: 'GET' | 'POST' | 'PUT'
  readonly path: string
  readonly status: number
  readonly json?: Members
  /** The octets of a file. */
  readonly octets?: string
  /** The fields of a multipart form, in their order. */
  readonly form?: readonly (readonly [field: string, value: string | ClientFile])[]
  /** Members that the client's types demand of the answer, as paths: `content.attachments.0.statusText`. */
  readonly reads: readonly string[]
  /** What later calls need, by name: where it is in the answer. */
  readonly remembers?: Readonly<Record<string, string>>
}

/** A client whose source is public: what it sends, and what it reads. */
export type PublicClient = {
  readonly name: string
  /** The repository and the files of it that say so. */
  readonly source: string
  /** The scopes of its token. */
  readonly scope: string
  readonly calls: readonly ClientCall[]
}

export const NOTIFICATIONS_SCOPE = 'altinn:serviceowner/notifications.create'
export const CORRESPONDENCE_SCOPE = 'altinn:correspondence.write altinn:correspondence.read altinn:serviceowner'

/** In a call's JSON: a key that no other call has used, in this try or another. */
export const NEW_KEY = '{newKey}'

/** What every client of orders reads of an accepted one. */
export const ACCEPTED_ORDER = ['notificationOrderId', 'notification.shipmentId'] as const

/** What every client that follows a shipment reads of it. */
export const SHIPMENT = [
  ...['shipmentId', 'type', 'status', 'lastUpdate'],
  ...['recipients.0.type', 'recipients.0.destination', 'recipients.0.status', 'recipients.0.lastUpdate'],
] as const
