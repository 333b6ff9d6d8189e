import { MS_PER_MINUTE } from '@straks/shared'
import { type MessageFacts, readFacts } from './message-facts.ts'
import { addTally, countEnd, newTally, type Tally } from './tally.ts'

/** The longest look back, in minutes: a working day and a night. */
export const MOST_MINUTES = 1_440

/** What is counted apart: `sms link`, `email smtp`. */
type TallyKey = string

export const keyOf = ({ channel, provider }: Pick<MessageFacts, 'channel' | 'provider'>): TallyKey =>
  `${channel} ${provider}`

/** Entries of a feed with what is counted of them. */
export type CountedEntry = { readonly sequenceNumber: number; readonly facts: string | null }

/** Counts since ever, up to a number of the feed. */
export type Totals = { readonly upTo: number; readonly tallies: Readonly<Record<TallyKey, Tally>> }

/** What happened in one minute, or in the minutes of one step from that one on. */
export type MinuteTally = { readonly minuteMs: number; readonly key: TallyKey; readonly tally: Tally }

const tallyOf = <Key>(tallies: Map<Key, Tally>, key: Key): Tally => {
  const known = tallies.get(key)
  if (known) return known
  const made = newTally()
  tallies.set(key, made)
  return made
}

/** Counts since ever, by channel and provider. They only grow, through restarts too: they go on from what was stored. */
export class TotalCounts {
  #upTo: number
  readonly #tallies: Map<TallyKey, Tally>

  constructor(stored: Totals | undefined) {
    this.#upTo = stored?.upTo ?? 0
    this.#tallies = new Map(Object.entries(stored?.tallies ?? {}))
  }

  get upTo(): number {
    return this.#upTo
  }

  /** Counts entries that follow on those that are counted. */
  add(entries: readonly CountedEntry[]): void {
    for (const { sequenceNumber, facts } of entries) {
      this.#upTo = sequenceNumber
      for (const one of readFacts(facts)) {
        const tally = tallyOf(this.#tallies, keyOf(one))
        tally.accepted++
        countEnd(tally, one)
      }
    }
  }

  get totals(): Totals {
    return { upTo: this.#upTo, tallies: Object.fromEntries(this.#tallies) }
  }
}

/** Counts by the minute, of the last day. In memory only: after a restart the latest entries are counted anew. */
export class MinuteCounts {
  readonly #minutes = new Map<number, Map<TallyKey, Tally>>()
  /** The number of the last entry that is counted. */
  upTo: number

  constructor(from: number) {
    this.upTo = from
  }

  add(entries: readonly CountedEntry[]): void {
    for (const { sequenceNumber, facts } of entries) {
      this.upTo = sequenceNumber
      for (const one of readFacts(facts)) {
        this.#at(one.acceptedAtMs, one).accepted++
        countEnd(this.#at(one.endedAtMs, one), one)
      }
    }
  }

  /** What happened from a minute on; what is a day old is forgotten. */
  since(fromMs: number, nowMs: number): readonly MinuteTally[] {
    for (const minuteMs of this.#minutes.keys())
      if (minuteMs < nowMs - MOST_MINUTES * MS_PER_MINUTE) this.#minutes.delete(minuteMs)
    return [...this.#minutes]
      .filter(([minuteMs]) => minuteMs >= fromMs)
      .sort(([one], [other]) => one - other)
      .flatMap(([minuteMs, tallies]) => [...tallies].map(([key, tally]) => ({ minuteMs, key, tally })))
  }

  #at(atMs: number, one: MessageFacts): Tally {
    const minuteMs = atMs - (atMs % MS_PER_MINUTE)
    const minute = this.#minutes.get(minuteMs) ?? new Map<TallyKey, Tally>()
    this.#minutes.set(minuteMs, minute)
    return tallyOf(minute, keyOf(one))
  }
}

/** All of some tallies as one. */
export function summed(tallies: Iterable<Tally>): Tally {
  const sum = newTally()
  for (const tally of tallies) addTally(sum, tally)
  return sum
}

/** Steps of some minutes each, from a moment on. */
export type Steps = { readonly fromMs: number; readonly stepMs: number }

/** What happened by the minute as what happened by the step: of each kind of message once in each, in order of time. */
export function bySteps(minutes: readonly MinuteTally[], { fromMs, stepMs }: Steps): readonly MinuteTally[] {
  const placed = minutes.map((one) => ({ ...one, minuteMs: one.minuteMs - ((one.minuteMs - fromMs) % stepMs) }))
  return [...Map.groupBy(placed, ({ minuteMs, key }) => `${minuteMs} ${key}`).values()]
    .flatMap(([first, ...others]) =>
      first && others.length > 0
        ? { ...first, tally: summed([first, ...others].map(({ tally }) => tally)) }
        : (first ?? []),
    )
    .toSorted((one, other) => one.minuteMs - other.minuteMs)
}
