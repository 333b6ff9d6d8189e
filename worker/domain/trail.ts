import type { BounceKind } from './bounce.ts'
import { LEFT_ALONE_CODE, type Outcome, type Receipt } from './outcome.ts'
import type { DeliveryStatus } from './status.ts'

/** One call to a provider: what an attempt made of it. Times are milliseconds since 1970. */
export type ProviderCall = {
  readonly provider: string
  readonly askedAtMs: number
  readonly answeredAtMs: number
  readonly outcome: Outcome['kind']
  /** The provider's own code for it, if it gave one. */
  readonly code?: string
  readonly bounce?: BounceKind
}

/** One thing that happened to a delivery, for an operator to read. No step depends on it, and none of it is a text. */
export type TrailEntry = { readonly atMs: number } & (
  | { readonly event: 'prepared' }
  | { readonly event: 'claimed'; readonly attempt: number }
  | { readonly event: 'lease-ended'; readonly attempt: number }
  | { readonly event: 'asked'; readonly attempt: number; readonly provider: string }
  | {
      readonly event: 'answered'
      readonly attempt: number
      readonly provider: string
      readonly outcome: Outcome['kind']
      readonly code?: string
      readonly bounce?: BounceKind
    }
  | {
      readonly event: 'receipt'
      readonly provider: string
      readonly says: Receipt['kind'] | DeliveryStatus
      readonly code?: string
      readonly bounce?: BounceKind
    }
  /** Nothing is to be done until another moment. */
  | { readonly event: 'waits'; readonly untilMs: number }
  | { readonly event: 'redriven' }
  | { readonly event: 'given-up'; readonly reason: string }
  | { readonly event: 'ended'; readonly status: DeliveryStatus }
)

/** Entries that are kept of one delivery: the first, and the latest. An outage of two days makes thousands. */
const FIRST_KEPT = 10
const LATEST_KEPT = 40

/** Adds entries to a trail. What is in the middle of a long one goes. */
export function addTo(trail: readonly TrailEntry[], entries: readonly TrailEntry[]): readonly TrailEntry[] {
  const all = [...trail, ...entries]
  if (all.length <= FIRST_KEPT + LATEST_KEPT) return all
  return [...all.slice(0, FIRST_KEPT), ...all.slice(-LATEST_KEPT)]
}

/**
 * What an attempt's calls to providers add to a trail. One that was left alone was not asked: how long a message took to a
 * provider is counted from that.
 */
export const callEntries = (attempt: number, calls: readonly ProviderCall[]): readonly TrailEntry[] =>
  calls.flatMap(({ provider, askedAtMs, answeredAtMs, outcome, ...said }): readonly TrailEntry[] => {
    const answered = { atMs: answeredAtMs, event: 'answered', attempt, provider, outcome, ...said } as const
    return said.code === LEFT_ALONE_CODE
      ? [answered]
      : [{ atMs: askedAtMs, event: 'asked', attempt, provider }, answered]
  })

/** What an answer or a receipt says beside what it is. */
export const saidIn = ({ code, bounce }: Pick<Outcome, 'code' | 'bounce'>) => ({
  ...(code !== undefined && { code }),
  ...(bounce !== undefined && { bounce }),
})

/** What a receipt adds to a trail. */
export const receiptEntry = (provider: string, receipt: Receipt, atMs: number): TrailEntry => ({
  atMs,
  event: 'receipt',
  provider,
  says: receipt.kind === 'failed' ? receipt.status : receipt.kind,
  ...saidIn(receipt),
})

/** The attempt that an entry is of; `undefined` for one of none. */
function attemptOf(entry: TrailEntry): number | undefined {
  switch (entry.event) {
    case 'claimed':
    case 'lease-ended':
    case 'asked':
    case 'answered':
      return entry.attempt
    default:
      return undefined
  }
}

/** The provider that a trail names last; `undefined` where it names none. */
export function lastProviderIn(trail: readonly TrailEntry[]): string | undefined {
  for (const entry of trail.toReversed())
    if (entry.event === 'asked' || entry.event === 'answered' || entry.event === 'receipt') return entry.provider
  return undefined
}

/** Whether a provider has told again of a mail that came back. */
const isSameBounce = (known: TrailEntry, told: TrailEntry & { event: 'receipt' }): boolean =>
  known.event === 'receipt' &&
  known.provider === told.provider &&
  known.bounce === told.bounce &&
  known.says === told.says &&
  known.code === told.code

/**
 * What is told of a delivery that stays as it is: the calls of an attempt whose receipt overtook its report, mail that came
 * back, and that an operator asked for an attempt while one was under way.
 */
export const lateEntries = (trail: readonly TrailEntry[], entries: readonly TrailEntry[]): readonly TrailEntry[] =>
  entries.filter((entry) => {
    const attempt = attemptOf(entry)
    if (attempt !== undefined)
      return !trail.some((known) => known.event === entry.event && attemptOf(known) === attempt)
    if (entry.event === 'redriven') return true
    return entry.event === 'receipt' && entry.bounce !== undefined && !trail.some((known) => isSameBounce(known, entry))
  })

type Failure = Extract<TrailEntry, { event: 'receipt' | 'answered' }>

const saysFailed = (entry: TrailEntry): entry is Failure =>
  (entry.event === 'receipt' && entry.says !== 'accepted' && entry.says !== 'delivered') ||
  (entry.event === 'answered' && entry.outcome === 'refused')

/** Whether the provider that a mail failed at said that it came back for this time only. */
export const isSoftBounce = (trail: readonly TrailEntry[]): boolean => trail.findLast(saysFailed)?.bounce === 'soft'
