import { ledgersIn } from '../domain/activity.ts'
import type { MinuteTally, Totals } from '../feed/statistics.ts'
import type { ListedOrganization } from './directory.ts'
import type { LastStanding } from './last-standings.ts'

/**
 * Calls to ledgers, fences and webhooks that one overview makes, to find out how organisations stand now: half of them
 * for those that had most to send, in these minutes and ever.
 */
const CALLS_FOR_STANDINGS = 400

/** How much sooner those are asked again of whom something waited, or could not be handled. */
const TROUBLED_SOONER = 8

/** What is known of an organisation before it is asked how it stands. */
export type Counted = {
  readonly organization: string
  readonly listed: ListedOrganization
  /** How it stood when it was last asked; `undefined` where that is not known any more. */
  readonly stood: LastStanding | undefined
  readonly isCounted: boolean
  readonly totals: Totals
  readonly minutes: readonly MinuteTally[]
}

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

const isTroubled = ({ waiting, deadLetters, webhooks }: LastStanding): boolean =>
  waiting > 0 || deadLetters > 0 || webhooks.some((webhook) => webhook.waiting > 0)

/** How long it has not been asked, by how much that matters. */
const overdueMs = ({ stood }: Counted, nowMs: number): number =>
  stood ? (nowMs - stood.atMs) * (isTroubled(stood) ? TROUBLED_SOONER : 1) : Number.POSITIVE_INFINITY

/** Those first that have not been asked for longest; where none has been, by chance. */
const byAge = (all: readonly Counted[], nowMs: number): readonly Counted[] =>
  all
    .map((one) => ({ one, overdue: overdueMs(one, nowMs), chance: Math.random() }))
    .toSorted((one, other) => (one.overdue === other.overdue ? one.chance - other.chance : other.overdue - one.overdue))
    .map(({ one }) => one)

/** As many of them as calls may be made for; fences and webhooks are a call each. */
function withinCalls(all: readonly Counted[], most: number): readonly Counted[] {
  let calls = 0
  return all.filter(({ listed: { organization, slices } }) => {
    calls += ledgersIn(organization, slices).length + 2
    return calls <= most
  })
}

/** Half by importance, half in turn: several overviews ask all there are. */
export function toBeAsked(all: readonly Counted[], nowMs: number): readonly Counted[] {
  const important = new Set(withinCalls(byImportance(all), CALLS_FOR_STANDINGS / 2))
  const others = all.filter((one) => !important.has(one))
  return [...important, ...withinCalls(byAge(others, nowMs), CALLS_FOR_STANDINGS / 2)]
}
