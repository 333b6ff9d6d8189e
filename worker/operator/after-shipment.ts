import { logError } from '../platform/log.ts'
import { deskOf, feedOf, webhookOf } from '../platform/objects.ts'
import type { AuditAction } from './audit-actions.ts'

/** Something that happened around a shipment, beside what its ledger tells. */
export type FollowingEntry = { readonly atMs: number } & (
  | { readonly event: 'operator'; readonly who: string; readonly action: AuditAction; readonly outcome?: string }
  | {
      readonly event: 'webhook'
      readonly webhook: string
      /** The `webhook-id` of what was posted. */
      readonly id: string
      readonly outcome: string
      readonly status?: number
    }
)

/** Entries of what operators did to one shipment that are shown: the latest. */
const LOOKS_SHOWN = 50

async function operatorsOf(env: Env, shipmentId: string): Promise<readonly FollowingEntry[]> {
  const entries = await deskOf(env).auditOf(shipmentId, LOOKS_SHOWN)
  return entries.map(({ atMs, who, action, outcome }) => ({
    atMs,
    event: 'operator',
    who,
    action,
    ...(outcome !== undefined && { outcome }),
  }))
}

/** Posts to an organisation's webhooks that told of a shipment, of the latest hundred of each. */
async function webhooksOf(env: Env, organization: string, shipmentId: string): Promise<readonly FollowingEntry[]> {
  const feed = feedOf(env, organization)
  const all = await Promise.all(
    (await feed.webhooks()).map(async (webhook) => {
      const attempts = (await webhookOf(env, organization, webhook).attempts()) ?? []
      return attempts.map((attempt) => ({ ...attempt, webhook, key: attempt.webhookId.slice(organization.length + 1) }))
    }),
  )
  const attempts = all.flat()
  const numbers = attempts.flatMap(({ key }) => (/^\d+$/.test(key) ? Number(key) : []))
  const theirs = new Set((await feed.numbersOf(shipmentId, [...new Set(numbers)])).map(String))
  return attempts
    .filter(({ key }) => theirs.has(key) || key.startsWith(`bounced.${shipmentId}`))
    .map(({ atMs, webhook, webhookId, outcome, status }) => ({
      atMs,
      event: 'webhook',
      webhook,
      id: webhookId,
      outcome,
      ...(status !== undefined && { status }),
    }))
}

/** What followed a shipment: who looked at it and moved it, and which webhooks were told. What is away is left out. */
export async function afterShipment(
  env: Env,
  organization: string,
  shipmentId: string,
): Promise<readonly FollowingEntry[]> {
  const parts = [operatorsOf(env, shipmentId), webhooksOf(env, organization, shipmentId)]
  const settled = await Promise.allSettled(parts)
  return settled.flatMap((part) => {
    if (part.status === 'fulfilled') return part.value
    logError('timeline-incomplete', part.reason, { shipmentId })
    return []
  })
}
