import { MS_PER_MINUTE } from '@straks/shared'
import { ledgersIn, mayBeActiveSince } from '../domain/activity.ts'
import { type MinuteTally, summed, type Totals } from '../feed/statistics.ts'
import type { Tally } from '../feed/tally.ts'
import type { FenceState, Trip } from '../fences/contract.ts'
import { askWithin } from '../platform/ask-within.ts'
import { logError } from '../platform/log.ts'
import { deskOf, feedOf, OBJECTS_AT_ONCE } from '../platform/objects.ts'
import type { EndpointView } from '../webhooks/endpoint.ts'
import type { ListedOrganization } from './directory.ts'
import { REFUSALS_SHOWN_MS } from './fence-refusals.ts'
import { type Standing, standingOf } from './standing.ts'
import { withUnderWay } from './under-way.ts'

/**
 * Calls to ledgers, fences and webhooks that one overview makes, to find out how organisations stand now: half of them
 * for those that had most to send, in these minutes and ever.
 */
const CALLS_FOR_STANDINGS = 400

/** Of feeds, one call each; what has not answered by then is said to be missing. */
const COUNTS_BOUNDS = { atOnce: OBJECTS_AT_ONCE, withinMs: 8_000 } as const

/** Of organisations whose ledgers, fences and webhooks are asked, up to eighteen calls each. */
const STANDINGS_BOUNDS = { atOnce: 3, withinMs: 4_000 } as const

/** Organisations whose fences refuse, asked in addition: an attack may be all that there is of one. */
const REFUSED_ASKED = 10

/** The state of one organisation. */
export type OrganizationOverview = {
  readonly organization: string
  /** Whether its feed has been counted; if not, it may have more than is told here. */
  readonly isCounted: boolean
  /** Whether it is known what of it waits: it was asked, or has come to rest. */
  readonly isAsked: boolean
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

type Counted = Pick<OrganizationOverview, 'organization' | 'isCounted' | 'totals' | 'minutes'> & {
  readonly listed: ListedOrganization
}

const NOTHING: Totals = { upTo: 0, tallies: {} }

const sentEver = ({ totals }: Counted): number =>
  Object.values(totals.tallies).reduce((sum, { accepted }) => sum + accepted, 0)

const sentLately = ({ minutes }: Counted): number => minutes.reduce((sum, { tally }) => sum + tally.accepted, 0)

/**
 * The most important first, in turn by these minutes and by all time: a feed hears of what has ended, so an organisation
 * whose messages all wait looks as if it had nothing to send.
 */
function byImportance(all: readonly Counted[]): readonly Counted[] {
  const lately = all.toSorted((one, other) => sentLately(other) - sentLately(one))
  const ever = all.toSorted((one, other) => sentEver(other) - sentEver(one))
  return [...new Set(lately.flatMap((one, index) => [one, ever[index] ?? one]))]
}

/** As many of them as calls may be made for; fences and webhooks are a call each. */
function withinCalls(all: readonly Counted[], most: number): readonly Counted[] {
  let calls = 0
  return all.filter(({ listed: { organization, slices } }) => {
    calls += ledgersIn(organization, slices).length + 2
    return calls <= most
  })
}

/** Half by importance, half by chance: each comes up now and then. */
function toBeAsked(all: readonly Counted[]): readonly Counted[] {
  const important = new Set(withinCalls(byImportance(all), CALLS_FOR_STANDINGS / 2))
  const others = all
    .filter((one) => !important.has(one))
    .map((one) => ({ one, chance: Math.random() }))
    .toSorted((one, other) => one.chance - other.chance)
  return [
    ...important,
    ...withinCalls(
      others.map(({ one }) => one),
      CALLS_FOR_STANDINGS / 2,
    ),
  ]
}

/** Asks the feeds that may have something to count since a moment; of others it is known what they had counted. */
async function countAll(env: Env, all: readonly ListedOrganization[], fromMs: number): Promise<readonly Counted[]> {
  const toAsk = all.filter(({ activeMs, settled }) => !settled || mayBeActiveSince(activeMs, fromMs))
  const ask = async ({ organization }: ListedOrganization) => feedOf(env, organization).counts(fromMs)
  const counted = await askWithin(toAsk, ask, COUNTS_BOUNDS)
  const unasked = new Set(toAsk)
  return all.map((listed) => {
    const { totals, minutes } = counted.get(listed) ?? { totals: listed.settled ?? NOTHING, minutes: [] }
    const isCounted = counted.has(listed) || !unasked.has(listed)
    return { organization: listed.organization, listed, isCounted, totals, minutes }
  })
}

function toOverview(counted: Counted, standing: Standing | undefined, fromMs: number): OrganizationOverview {
  const { organization, isCounted, totals, listed } = counted
  const minutes = standing ? withUnderWay(counted.minutes, standing.underWay, fromMs) : counted.minutes
  return {
    organization,
    isCounted,
    isAsked: standing !== undefined || listed.settled !== undefined,
    totals,
    minutes,
    tally: summed(minutes.map(({ tally }) => tally)),
    waiting: standing?.waiting ?? 0,
    oldestWaitingMs: standing?.oldestWaitingMs,
    deadLetters: standing?.deadLetters ?? 0,
    fences: standing?.fences,
    webhooks: standing?.webhooks ?? [],
  }
}

/** Writes down who has come to rest, so that they are not asked again before something is heard of them. */
async function settle(env: Env, standings: ReadonlyMap<Counted, Standing>, nowMs: number): Promise<void> {
  const settled = [...standings].flatMap(([{ isCounted, organization, totals, listed }, { isAtRest, slices }]) =>
    isCounted && isAtRest && !listed.settled && !mayBeActiveSince(listed.activeMs ?? 0, nowMs)
      ? { organization, atMs: nowMs, totals, slices }
      : [],
  )
  if (settled.length === 0) return
  try {
    await deskOf(env).settle(settled)
  } catch (error) {
    // They are asked again next time.
    logError('desk-unreachable', error)
  }
}

/**
 * How the service fares, by organisation, over some minutes up to now. Only those are asked that may have something to
 * tell, and only for so long: of each it is said whether it was.
 */
export async function overviewOf(env: Env, minutes: number, nowMs: number): Promise<readonly OrganizationOverview[]> {
  const fromMs = nowMs - (nowMs % MS_PER_MINUTE) - (minutes - 1) * MS_PER_MINUTE
  const [known, refused] = await Promise.all([
    deskOf(env).directory(),
    deskOf(env).refusedSince(nowMs - REFUSALS_SHOWN_MS, REFUSED_ASKED),
  ])
  const names = new Set(known.map(({ organization }) => organization))
  const strangers = refused.filter((name) => !names.has(name))
  const all = [
    ...known,
    ...strangers.map((organization) => ({ organization, slices: 0, activeMs: 0, settled: NOTHING })),
  ]
  const counted = await countAll(env, all, fromMs)
  const restless = counted.filter(({ listed }) => !listed.settled)
  const attacked = counted.filter(({ organization }) => refused.includes(organization))
  const toAsk = [...new Set([...attacked, ...toBeAsked(restless)])]
  const standings = await askWithin(toAsk, ({ listed }) => standingOf(env, listed), STANDINGS_BOUNDS)
  await settle(env, standings, nowMs)
  return counted
    .map((one) => toOverview(one, standings.get(one), fromMs))
    .toSorted((one, other) => other.tally.accepted - one.tally.accepted)
}
