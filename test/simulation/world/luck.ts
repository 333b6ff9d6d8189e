import type { Machine } from '../platform/machine.ts'

/** What befalls an attempt of a message that has bad luck: it is out and unreported, out and unsaid, or not taken. */
export type BadLuck = 'asker is lost' | 'answer is lost' | 'provider is away'

/** How many of its attempts that befalls. */
const SHARE = 0.9

/**
 * Which messages have bad luck. What befalls one of them once does so again: a third copy, or a text that outlives its
 * message, comes of two accidents in a row, and two that have nothing to do with each other rarely meet.
 */
export class Luck {
  readonly #machine: Machine
  readonly #isBad = new Map<string, boolean>()

  constructor(machine: Machine) {
    this.#machine = machine
  }

  /** What befalls the next attempt of a message; `undefined` where nothing does. */
  of(reference: string): BadLuck | undefined {
    const { random, faults } = this.#machine
    const isBad = this.#isBad.get(reference) ?? random.chance(faults.badLuck)
    this.#isBad.set(reference, isBad)
    if (!isBad || faults.badLuck === 0 || !random.chance(SHARE)) return undefined
    return random.pick(['asker is lost', 'asker is lost', 'answer is lost', 'answer is lost', 'provider is away'])
  }
}
