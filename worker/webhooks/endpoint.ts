/** Why an endpoint gets nothing: its owner turned it off, it answered 410, or it failed for days. */
export type DisabledReason = 'by-owner' | 'gone' | 'failing'

/** A secret that was replaced, and until when it signs too. Milliseconds since 1970. */
type OldSecret = { readonly secret: string; readonly untilMs: number }

/** One endpoint of an organisation. */
export type Endpoint = {
  readonly id: string
  readonly organization: string
  readonly url: string
  readonly secret: string
  /** The secret before the last rotation. */
  readonly previous?: OldSecret
  /** Those before it that still sign: it was rotated again within their day. The latest first. */
  readonly earlier?: readonly OldSecret[]
  /** Why it gets nothing; left out where it is enabled. */
  readonly disabled?: DisabledReason
  /** The last number of the feed that has been taken up. */
  readonly cursor: number
  readonly createdAtMs: number
}

/** What is shown of an endpoint to its owner. */
export type EndpointView = {
  readonly id: string
  /** Left out where it cannot be read. */
  readonly url?: string
  readonly state: 'enabled' | 'disabled'
  readonly disabledReason?: DisabledReason | 'unreadable'
  readonly createdAtMs?: number
  readonly cursor: number
  readonly waiting: number
  /** Since when the oldest of them has waited. */
  readonly oldestWaitingMs: number | undefined
}

/** Whether it may need someone: posts wait for it, or it was disabled and not by its owner, who then wants none. */
export const mayNeedSomeone = ({ state, disabledReason, waiting }: EndpointView): boolean =>
  disabledReason !== 'by-owner' && (state === 'disabled' || waiting > 0)

/** One of which no more than its place can be read: it gets nothing, and can be deleted. */
export const UNREADABLE_ENDPOINT: EndpointView = {
  id: '',
  state: 'disabled',
  disabledReason: 'unreadable',
  cursor: 0,
  waiting: 0,
  oldestWaitingMs: undefined,
}

/** Whether what is stored is an endpoint: anything else came of a disk, or of another version. */
export const isEndpoint = (stored: unknown): stored is Endpoint =>
  typeof stored === 'object' &&
  stored !== null &&
  ['id', 'organization', 'url', 'secret'].every((name) => typeof Object(stored)[name] === 'string') &&
  ['cursor', 'createdAtMs'].every((name) => Number.isSafeInteger(Object(stored)[name]))

/** How long the previous secret signs beside the new one: time for its owner to deploy. */
const ROTATION_MS = 86_400_000

/** Secrets before the previous one that sign at the most: eight signatures in all, as many as @straks/client looks at. */
const MOST_EARLIER = 6

/** The replaced secrets that still sign, the latest first. */
const oldSecretsOf = ({ previous, earlier = [] }: Endpoint, nowMs: number): readonly OldSecret[] =>
  [...(previous ? [previous] : []), ...earlier].filter(({ untilMs }) => nowMs < untilMs)

/** The secrets that sign now, the newest first. */
export const secretsOf = (endpoint: Endpoint, nowMs: number): readonly string[] => [
  endpoint.secret,
  ...oldSecretsOf(endpoint, nowMs).map(({ secret }) => secret),
]

/**
 * The endpoint with a new secret; the one before it signs too for a while. So do those before that: where the answer to a
 * rotation was lost, its owner rotates again, and the receiver has neither of the two.
 */
export const rotate = (endpoint: Endpoint, secret: string, nowMs: number): Endpoint => ({
  ...endpoint,
  secret,
  previous: { secret: endpoint.secret, untilMs: nowMs + ROTATION_MS },
  earlier: oldSecretsOf(endpoint, nowMs).slice(0, MOST_EARLIER),
})

/** The endpoint taking part again. */
export function enable({ disabled: _, ...endpoint }: Endpoint): Endpoint {
  return endpoint
}

/** One attempt to deliver, as its owner may look at it. */
export type AttemptRecord = {
  readonly webhookId: string
  readonly atMs: number
  readonly outcome: 'received' | 'refused' | 'no-answer' | 'timeout'
  /** The receiver's status, where it answered. */
  readonly status?: number
  readonly durationMs: number
}

/** What waits to be delivered: an entry of the feed by its number, or an event with a body of its own. */
export type WebhookDelivery = {
  readonly key: string
  /** The feed's number; left out where the body is stored. */
  readonly sequenceNumber?: number
  readonly body?: string
  readonly attempts: number
  readonly dueMs: number
}
