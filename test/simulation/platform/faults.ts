import type { Random } from './random.ts'

/** How often things go wrong, each as a probability. A history without faults finds other bugs than one with many. */
export type Faults = {
  /** A process dies at a step that waits for something outside it. */
  readonly crashAtStep: number
  /** A call to an object does not reach it. */
  readonly callLost: number
  /** A call is carried out, and its answer is lost. */
  readonly answerLost: number
  /** A call, an answer, a write or an alarm takes seconds rather than milliseconds. */
  readonly slow: number
  readonly queueLost: number
  readonly queueDoubled: number
  /** A queue message takes up to some minutes. */
  readonly queueDelayed: number
  /** After something happened, a process is killed within seconds. */
  readonly killAfterwards: number
  /** After something happened, all processes are killed. */
  readonly powerCut: number
  /** After something happened, a process stands still for up to half a minute. */
  readonly stall: number
  readonly clockJump: number
  /** A provider errs in one of its ways: refuses, hangs, is away, does not say. */
  readonly providerErrs: number
  /** Another provider tells of a message that it never had. */
  readonly providerLies: number
  /** A message has bad luck: its attempts are lost or unanswered, one after the other. */
  readonly badLuck: number
  /** A database, such as the register, is away when it is asked. */
  readonly databaseAway: number
  readonly conditionErrs: number
}

/** How often each happens at the most, in a history that it is not the theme of. */
const MOST: Faults = {
  crashAtStep: 0.01,
  callLost: 0.03,
  answerLost: 0.03,
  slow: 0.1,
  queueLost: 0.15,
  queueDoubled: 0.15,
  queueDelayed: 0.15,
  killAfterwards: 0.2,
  powerCut: 0.05,
  stall: 0.1,
  clockJump: 0.05,
  providerErrs: 0.6,
  providerLies: 0.1,
  badLuck: 0.5,
  databaseAway: 0.3,
  conditionErrs: 0.4,
}

/** A theme happens so many times as often, so that what comes of it meets more of its kind. */
const THEME_FACTOR = 5
const MOST_OF_ALL = 0.9

const KINDS = Object.keys(MOST) as [keyof Faults, ...(keyof Faults)[]]

const choose = (rateOf: (kind: keyof Faults) => number) =>
  Object.fromEntries(KINDS.map((kind) => [kind, rateOf(kind)])) as Faults

export const NO_FAULTS: Faults = choose(() => 0)

/**
 * How bad it is in one history: every fault has a rate of its own, some do not happen at all, and mostly one or two are the
 * theme.
 */
export function chooseFaults(random: Random): Faults {
  const themes = [random.pick(KINDS), random.pick(KINDS)].slice(random.below(3))
  return choose((kind) => {
    if (themes.includes(kind)) return Math.min(MOST_OF_ALL, THEME_FACTOR * MOST[kind]) * random.between(0.4, 1)
    return random.chance(0.3) ? 0 : random.between(0, MOST[kind])
  })
}
