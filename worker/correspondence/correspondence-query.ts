import type { MessageRecipient } from '@straks/shared'
import { findInListing, type ListingRow, markOfRecipient } from './correspondence-listing.ts'
import { actingFor, type Caller, partyOf } from './roles-of-caller.ts'
import type { CorrespondenceStatus } from './status.ts'

/** As whom a caller looks for correspondences, by the numbers that Altinn gives them. docs/altinn/correspondence.md §9. */
export const ROLES = ['Recipient', 'Sender', 'RecipientAndSender'] as const

/** What a caller looks for. */
export type CorrespondenceQuery = {
  readonly role: (typeof ROLES)[number]
  /** Without a prefix. */
  readonly resource?: string | undefined
  /** The current one, by its name. */
  readonly status?: string | undefined
  /** Publication lies after it, and before `toMs`. */
  readonly fromMs?: number | undefined
  readonly toMs?: number | undefined
  /** The mark of the sender's reference. */
  readonly reference?: string | undefined
  /** The party as which the caller looks; left out: its own. */
  readonly onBehalfOf?: MessageRecipient | undefined
}

/** As many as Altinn gives. docs/altinn/correspondence.md §9. */
const MOST = 1_000

/** What a recipient sees: nothing that is not published. */
const SEEN_BY_RECIPIENTS: readonly CorrespondenceStatus[] = ['Published', 'Read', 'Confirmed', 'AttachmentsDownloaded']

/** Whether recipients see a correspondence now: published, or about to be within the moment. */
export const isShownToRecipients = ({ status, publishAtMs }: ListingRow, nowMs: number): boolean =>
  SEEN_BY_RECIPIENTS.includes(status) || (status === 'ReadyForPublish' && publishAtMs <= nowMs)

/** Whose correspondences a caller may find. */
type Whose = { readonly organization: string | undefined; readonly recipient: string | undefined }

async function whoseOf(principal: Caller, { role, onBehalfOf }: CorrespondenceQuery): Promise<Whose> {
  const caller = onBehalfOf ? actingFor(principal, onBehalfOf) : principal
  const party = role === 'Sender' || !caller.canRead ? undefined : partyOf(caller)
  return {
    organization: role === 'Recipient' || !caller.canWrite ? undefined : caller.organization,
    recipient: (party && (await markOfRecipient(party))) ?? undefined,
  }
}

/** Whether a correspondence is one that a caller looks for: the same question as the listing is asked. */
export async function isMeant(row: ListingRow, caller: Caller, query: CorrespondenceQuery): Promise<boolean> {
  const { organization, recipient } = await whoseOf(caller, query)
  const isOwn = organization !== undefined && row.organization === organization
  const isReceived = recipient !== undefined && row.recipient === recipient && SEEN_BY_RECIPIENTS.includes(row.status)
  return (
    (isOwn || isReceived) &&
    (query.resource === undefined || row.resource === query.resource) &&
    (query.status === undefined || row.status === query.status) &&
    (query.fromMs === undefined || row.publishAtMs > query.fromMs) &&
    (query.toMs === undefined || row.publishAtMs < query.toMs) &&
    (query.reference === undefined || row.reference === query.reference)
  )
}

const MARKS = SEEN_BY_RECIPIENTS.map(() => '?').join(', ')

/**
 * The ids of the correspondences that a caller looks for, the latest publication first. The listing follows the
 * correspondences within seconds.
 */
export async function findCorrespondences(
  env: Env,
  caller: Caller,
  query: CorrespondenceQuery,
): Promise<readonly string[]> {
  const { organization, recipient } = await whoseOf(caller, query)
  const whose: [string, ...string[]][] = []
  if (organization !== undefined) whose.push(['organization = ?', organization])
  if (recipient !== undefined)
    whose.push([`(recipient = ? AND status IN (${MARKS}))`, recipient, ...SEEN_BY_RECIPIENTS])
  if (whose.length === 0) return []
  const also = Object.entries({
    'resource = ?': query.resource,
    'status = ?': query.status,
    'publish_at_ms > ?': query.fromMs,
    'publish_at_ms < ?': query.toMs,
    'reference = ?': query.reference,
  }).flatMap(([condition, value]) => (value === undefined ? [] : [{ condition, value }]))
  const condition = [`(${whose.map(([one]) => one).join(' OR ')})`, ...also.map((one) => one.condition)].join(' AND ')
  const values = [...whose.flatMap(([, ...rest]) => rest), ...also.map(({ value }) => value)]
  return findInListing(env, condition, values, MOST)
}
