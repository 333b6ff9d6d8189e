import { MS_PER_MINUTE } from '@straks/shared'
import { ledgerNames } from '../domain/order-id.ts'
import { keyOf, type MinuteTally, summed, type Totals } from '../feed/statistics.ts'
import { newTally, type Tally } from '../feed/tally.ts'
import type { FenceState, Trip } from '../fences/contract.ts'
import type { UnderWay } from '../ledger/operation/gauges.ts'
import { Limiter } from '../platform/limiter.ts'
import { deskOf, feedOf, fencesKeeperOf, ledgerNamed, OBJECTS_AT_ONCE, webhookOf } from '../platform/objects.ts'
import type { EndpointView } from '../webhooks/webhook-endpoint.ts'

/**
 * Organisations whose ledgers and fences are asked how they stand now, seventeen calls each: those that had most to send, in
 * these minutes and ever. Of the others, what their feeds have counted is told.
 */
export const ORGANIZATIONS_ASKED = 20

/** Organisations whose fences refuse, asked in addition: an attack may be all that there is of one. */
const REFUSED_ASKED = 10

/** How long refusals are shown after the last one. */
export const REFUSALS_SHOWN_MS = 86_400_000

const sentEver = ({ totals }: Counted): number =>
  Object.values(totals.tallies).reduce((sum, { accepted }) => sum + accepted, 0)

/**
 * Half of them by these minutes, half by all time: a feed hears of what has ended, so an organisation whose messages all wait
 * looks as if it had nothing to send.
 */
function mostImportant(all: readonly Counted[]): readonly Counted[] {
  const lately = all.toSorted((one, other) => other.tally.accepted - one.tally.accepted)
  const ever = all.toSorted((one, other) => sentEver(other) - sentEver(one))
  const half = ORGANIZATIONS_ASKED / 2
  return [...new Set([...lately.slice(0, half), ...ever.slice(0, half), ...lately])].slice(0, ORGANIZATIONS_ASKED)
}

/** The state of one organisation. */
export type OrganizationOverview = {
  readonly organization: string
  readonly totals: Totals
  readonly minutes: readonly MinuteTally[]
  /** All of the minutes. */
  readonly tally: Tally
  readonly waiting: number
  readonly oldestWaitingMs: number | undefined
  readonly deadLetters: number
  readonly fences: FenceState | undefined
  readonly webhooks: readonly EndpointView[]
}

/** What fences have refused, of those that have refused something since a moment. */
export const refusalsSince = (fences: FenceState | undefined, fromMs: number): readonly Trip[] =>
  (fences?.trips ?? []).filter(({ lastMs }) => lastMs >= fromMs)

type Counted = Pick<OrganizationOverview, 'organization' | 'totals' | 'minutes' | 'tally'>

const UNASKED = { waiting: 0, oldestWaitingMs: undefined, deadLetters: 0, fences: undefined, webhooks: [] } as const

async function countsOf(env: Env, organization: string, fromMs: number): Promise<Counted> {
  const { totals, minutes } = await feedOf(env, organization).counts(fromMs)
  return { organization, totals, minutes, tally: summed(minutes.map(({ tally }) => tally)) }
}

/** What happened in one minute to messages of one kind, once. */
const merged = (minutes: readonly MinuteTally[]): readonly MinuteTally[] =>
  [...Map.groupBy(minutes, ({ minuteMs, key }) => `${minuteMs} ${key}`).values()].flatMap(([first, ...others]) =>
    first && others.length > 0
      ? { ...first, tally: summed([first, ...others].map(({ tally }) => tally)) }
      : (first ?? []),
  )

/**
 * What is under way is accepted too, and sent where a provider has it, though no feed knows of it yet; a code that is not
 * delivered after ten seconds has missed them, however it ends.
 */
function withUnderWay(
  minutes: readonly MinuteTally[],
  underWay: readonly UnderWay[],
  fromMs: number,
): readonly MinuteTally[] {
  const fresh = underWay
    .filter(({ minuteMs }) => minuteMs >= fromMs)
    .map(({ minuteMs, channel, provider, count, sent, lateCodes }) => ({
      minuteMs,
      key: keyOf({ channel, provider }),
      tally: { ...newTally(), accepted: count, sent, codes: lateCodes },
    }))
  return merged([...minutes, ...fresh]).toSorted((one, other) => one.minuteMs - other.minuteMs)
}

/** How an organisation's webhooks stand. */
async function webhooksOf(env: Env, organization: string): Promise<readonly EndpointView[]> {
  const ids = await feedOf(env, organization).webhooks()
  const views = await Promise.all(ids.map(async (id) => webhookOf(env, organization, id).view()))
  return views.flatMap((view) => view ?? [])
}

async function withGauges(env: Env, counted: Counted, fromMs: number): Promise<OrganizationOverview> {
  const { organization } = counted
  const [fences, webhooks, ...ledgers] = await Promise.all([
    fencesKeeperOf(env, organization).state(),
    webhooksOf(env, organization),
    ...ledgerNames(organization).map(async (name) => ledgerNamed(env, name).gauges()),
  ])
  const known = ledgers.filter((ledger) => ledger !== undefined)
  const minutes = withUnderWay(
    counted.minutes,
    known.flatMap(({ underWay }) => underWay),
    fromMs,
  )
  const oldest = known.flatMap(({ oldestWaitingMs }) => oldestWaitingMs ?? [])
  return {
    ...counted,
    minutes,
    tally: summed(minutes.map(({ tally }) => tally)),
    waiting: known.reduce((sum, { waiting }) => sum + waiting, 0),
    oldestWaitingMs: oldest.length === 0 ? undefined : oldest.reduce((least, ms) => Math.min(least, ms)),
    deadLetters: known.reduce((sum, { deadLetters }) => sum + deadLetters, 0),
    fences,
    webhooks,
  }
}

/** How the service fares, by organisation, over some minutes up to now. */
export async function overviewOf(
  env: Env,
  organizations: readonly string[],
  minutes: number,
  nowMs: number,
): Promise<readonly OrganizationOverview[]> {
  const fromMs = nowMs - (nowMs % MS_PER_MINUTE) - (minutes - 1) * MS_PER_MINUTE
  const refused = await deskOf(env).refusedSince(nowMs - REFUSALS_SHOWN_MS, REFUSED_ASKED)
  const all = [...new Set([...organizations, ...refused])]
  const limiter = new Limiter(OBJECTS_AT_ONCE)
  const counted = await limiter.map(all, (organization) => countsOf(env, organization, fromMs))
  const attacked = counted.filter(({ organization }) => refused.includes(organization))
  const important = [...new Set([...mostImportant(counted), ...attacked])]
  const asked = await new Limiter(3).map(important, (one) => withGauges(env, one, fromMs))
  const others = counted.filter((one) => !important.includes(one)).map((one) => ({ ...one, ...UNASKED }))
  return [...asked, ...others].toSorted((one, other) => other.tally.accepted - one.tally.accepted)
}
