import { MS_PER_MINUTE } from '@straks/shared'
import { mayBeActiveSince } from '../domain/activity.ts'
import { type MinuteTally, type Steps, summed, type Totals } from '../feed/statistics.ts'
import type { Tally } from '../feed/tally.ts'
import type { FenceState, Trip } from '../fences/contract.ts'
import { askWithin } from '../platform/ask-within.ts'
import { logError } from '../platform/log.ts'
import { deskOf, feedOf, OBJECTS_AT_ONCE } from '../platform/objects.ts'
import type { EndpointView } from '../webhooks/endpoint.ts'
import { REFUSALS_SHOWN_MS } from './fence-refusals.ts'
import type { NotedStanding, ToldOrganization } from './last-standings.ts'
import { type Standing, standingOf } from './standing.ts'
import { withUnderWay } from './under-way.ts'
import { type Counted, toBeAsked } from './whom-to-ask.ts'

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
  /** Whether it is known what of it waits: it was asked, now or lately, or has come to rest. */
  readonly isAsked: boolean
  /** When it was asked; `undefined` where it was not, or is at rest. */
  readonly askedMs: number | undefined
  readonly totals: Totals
  readonly minutes: readonly MinuteTally[]
  /** All of the minutes. */
  readonly tally: Tally
  readonly waiting: number
  readonly oldestWaitingMs: number | undefined
  /** Messages that a provider may have, and that nothing tries again. */
  readonly uncertain: number
  readonly deadLetters: number
  readonly fences: FenceState | undefined
  readonly webhooks: readonly EndpointView[]
}

/** What fences have refused, of those that have refused something since a moment. */
export const refusalsSince = (fences: FenceState | undefined, fromMs: number): readonly Trip[] =>
  (fences?.trips ?? []).filter(({ lastMs }) => lastMs >= fromMs)

const NOTHING: Totals = { upTo: 0, tallies: {} }

/** Bars of a plot: a longer time is told in steps of several minutes. */
const MOST_STEPS = 60

/** The steps in which some minutes up to now are told. The last one is still going on. */
export function stepsUpTo(minutes: number, nowMs: number): Steps {
  const fromMs = nowMs - (nowMs % MS_PER_MINUTE) - (minutes - 1) * MS_PER_MINUTE
  return { fromMs, stepMs: Math.ceil(minutes / MOST_STEPS) * MS_PER_MINUTE }
}

/** Asks the feeds that may have something to count since a moment; of others it is known what they had counted. */
async function countAll(env: Env, all: readonly ToldOrganization[], steps: Steps): Promise<readonly Counted[]> {
  const toAsk = all.filter(({ activeMs, settled }) => !settled || mayBeActiveSince(activeMs, steps.fromMs))
  const ask = async ({ organization }: ToldOrganization) => feedOf(env, organization).counts(steps)
  const counted = await askWithin(toAsk, ask, COUNTS_BOUNDS)
  const unasked = new Set(toAsk)
  return all.map((listed) => {
    const { totals, minutes } = counted.get(listed) ?? { totals: listed.settled ?? NOTHING, minutes: [] }
    const isCounted = counted.has(listed) || !unasked.has(listed)
    return { organization: listed.organization, listed, stood: listed.stood, isCounted, totals, minutes }
  })
}

function toOverview(
  counted: Counted,
  standing: Standing | undefined,
  steps: Steps,
  nowMs: number,
): OrganizationOverview {
  const { organization, isCounted, totals, listed } = counted
  // What has come to rest stands as it did then.
  const stood = listed.settled ? undefined : counted.stood
  const minutes = standing ? withUnderWay(counted.minutes, standing.underWay, steps) : counted.minutes
  const known = standing ?? stood
  return {
    organization,
    isCounted,
    isAsked: known !== undefined || listed.settled !== undefined,
    askedMs: standing ? nowMs : stood?.atMs,
    totals,
    minutes,
    tally: summed(minutes.map(({ tally }) => tally)),
    waiting: known?.waiting ?? 0,
    oldestWaitingMs: known?.oldestWaitingMs,
    uncertain: known?.uncertain ?? 0,
    deadLetters: known?.deadLetters ?? 0,
    fences: known?.fences,
    webhooks: known?.webhooks ?? [],
  }
}

/** Tells the desk how organisations stood: who has come to rest is not asked again before something is heard of them. */
async function note(env: Env, standings: ReadonlyMap<Counted, Standing>, nowMs: number): Promise<void> {
  const settled = [...standings].flatMap(([{ isCounted, organization, totals, listed }, { isAtRest, slices }]) =>
    isCounted && isAtRest && !listed.settled && !mayBeActiveSince(listed.activeMs ?? 0, nowMs)
      ? { organization, atMs: nowMs, totals, slices }
      : [],
  )
  const noted = [...standings].map(
    ([{ organization }, { waiting, oldestWaitingMs, uncertain, deadLetters, fences, webhooks }]): NotedStanding => ({
      organization,
      atMs: nowMs,
      waiting,
      oldestWaitingMs,
      uncertain,
      deadLetters,
      fences,
      webhooks,
    }),
  )
  if (noted.length === 0) return
  try {
    await deskOf(env).settle(settled, noted)
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
  const steps = stepsUpTo(minutes, nowMs)
  const [known, refused] = await Promise.all([
    deskOf(env).directory(),
    deskOf(env).refusedSince(nowMs - REFUSALS_SHOWN_MS, REFUSED_ASKED),
  ])
  const names = new Set(known.map(({ organization }) => organization))
  const strangers = refused.filter((name) => !names.has(name))
  const all = [
    ...known,
    ...strangers.map((organization) => ({ organization, slices: 0, activeMs: 0, settled: NOTHING, stood: undefined })),
  ]
  const counted = await countAll(env, all, steps)
  const restless = counted.filter(({ listed }) => !listed.settled)
  const attacked = counted.filter(({ organization }) => refused.includes(organization))
  const toAsk = [...new Set([...attacked, ...toBeAsked(restless, nowMs)])]
  const standings = await askWithin(toAsk, ({ listed }) => standingOf(env, listed), STANDINGS_BOUNDS)
  await note(env, standings, nowMs)
  return counted
    .map((one) => toOverview(one, standings.get(one), steps, nowMs))
    .toSorted((one, other) => other.tally.accepted - one.tally.accepted)
}
