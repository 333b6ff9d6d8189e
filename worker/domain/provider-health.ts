/** How an attempt went, as far as it tells of its provider: a refused recipient is no fault of the provider's. */
export type Sign = 'well' | 'ill'

/**
 * What is known of a provider's health.
 *
 * `up` while it works · `out` after too many failures, until a time · `trial` when that time has come: one message goes
 * to it, and what becomes of that decides.
 */
export type Health = {
  readonly state: 'up' | 'out' | 'trial'
  /** The latest signs, the newest last. */
  readonly signs: readonly { readonly sign: Sign; readonly atMs: number }[]
  /** When one that is out is tried again; when a trial that tells nothing is over. */
  readonly untilMs: number
  /** Since when it has been up. */
  readonly sinceMs: number
  /** How often it has been taken out without working steadily in between. */
  readonly relapses: number
  /** Trials in a row that went well. */
  readonly recoveries: number
}

/** Ill signs in a row of recent ones that take a provider out. Half of the messages that an outage may cost. */
const ILL_SIGNS = 10

/** How old a sign may be to count. Where there is little to send, the signs of an outage come minutes apart. */
const RECENT_MS = 60_000

/** Ill signs that take it out if they are the only ones over a second: a moment's trouble is over by then. */
const ILL_SIGNS_OVER_TIME = 3
const OVER_TIME_MS = 1_000

/** The first pause before a trial; each relapse doubles it. */
const FIRST_PAUSE_MS = 2_000

/** So soon, at the latest, is a provider that is well again tried: after an outage of any length. */
const LONGEST_PAUSE_MS = 15_000

/** How long it must work for earlier failures to be forgotten. */
const STEADY_MS = 60_000

/** How long a trial may take before the next message is one. */
const TRIAL_MS = 5_000

/** Trials that must go well before all messages come back: one good answer of a failing provider is no recovery. */
const RECOVERIES_NEEDED = 3

/** A provider of which nothing is known works. */
export const HEALTHY: Health = { state: 'up', signs: [], untilMs: 0, sinceMs: 0, relapses: 0, recoveries: 0 }

function takeOut(health: Health, nowMs: number): Health {
  const wasSteady = health.state === 'up' && nowMs - health.sinceMs > STEADY_MS
  const relapses = wasSteady ? 0 : health.relapses
  const pauseMs = Math.min(FIRST_PAUSE_MS * 2 ** Math.min(relapses, 10), LONGEST_PAUSE_MS)
  return { ...health, state: 'out', signs: [], untilMs: nowMs + pauseMs, relapses: relapses + 1, recoveries: 0 }
}

/** The recent ill signs since the last good one. */
function latestIlls(signs: Health['signs'], nowMs: number): Health['signs'] {
  const ills = signs.slice(signs.findLastIndex(({ sign }) => sign === 'well') + 1)
  return ills.filter(({ atMs }) => nowMs - atMs <= RECENT_MS)
}

/** Whether the signs of a provider that is up take it out: many ills in a row, or a few over some time. */
function isFailing(signs: Health['signs'], nowMs: number): boolean {
  const ills = latestIlls(signs, nowMs)
  if (ills.length >= ILL_SIGNS) return true
  const firstMs = ills[0]?.atMs ?? nowMs
  return ills.length >= ILL_SIGNS_OVER_TIME && nowMs - firstMs >= OVER_TIME_MS
}

/** How many messages in a row went wrong of late, of a provider that is up. */
export const illsInARow = ({ signs }: Health, nowMs: number): number => latestIlls(signs, nowMs).length

/** Takes in a sign. */
export function observe(health: Health, sign: Sign, nowMs: number): Health {
  if (health.state === 'up') {
    const signs = [...health.signs.slice(1 - ILL_SIGNS), { sign, atMs: nowMs }]
    if (sign === 'ill' && isFailing(signs, nowMs)) return takeOut(health, nowMs)
    return { ...health, signs }
  }
  if (sign === 'ill') return health.state === 'trial' ? takeOut(health, nowMs) : health
  const recoveries = health.recoveries + 1
  if (recoveries >= RECOVERIES_NEEDED)
    return { ...health, state: 'up', signs: [{ sign, atMs: nowMs }], sinceMs: nowMs, recoveries: 0 }
  return { ...health, state: 'out', untilMs: nowMs, recoveries }
}

/** Whether a provider may be asked now. One whose pause is over gets this one message as a trial. */
export function admit(health: Health, nowMs: number): { readonly admitted: boolean; readonly health: Health } {
  if (health.state === 'up') return { admitted: true, health }
  if (nowMs < health.untilMs) return { admitted: false, health }
  return { admitted: true, health: { ...health, state: 'trial', untilMs: nowMs + TRIAL_MS } }
}
