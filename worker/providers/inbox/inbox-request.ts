/** A request that a client has sent to this service in development: `GET /dev/requests`. docs/development.md. */
export type InboxRequest = {
  readonly id: string
  /** When it was answered (ISO 8601). */
  readonly at: string
  readonly method: string
  readonly path: string
  readonly status: number
  /** The organisation that its token names, if any. */
  readonly organization?: string
  /** As it was sent; left out where it was no JSON, or larger than is kept. */
  readonly body?: string
  readonly answer?: string
  /** The shipments that the answer names: the message's, and those of its reminders. */
  readonly shipmentIds: readonly string[]
}
