import { type Faults, NO_FAULTS } from './faults.ts'
import { currentProcess, type Process } from './process.ts'
import type { Random } from './random.ts'
import type { Timeline } from './timeline.ts'

const NEVER = new Promise<never>(() => undefined)

const LONGEST_USUAL_MS = 4
const LONGEST_SLOW_MS = 12_000

/** What code of the Worker meets whenever it waits for something: time, chance and faults. */
export class Machine {
  readonly random: Random
  readonly timeline: Timeline
  faults: Faults = NO_FAULTS
  /** Every piece of text that leaves a process, for what must never be in one. */
  onText: (text: string) => void = () => undefined

  constructor(random: Random, timeline: Timeline) {
    this.random = random
    this.timeline = timeline
  }

  /** How long something takes: milliseconds as a rule, seconds now and then. */
  latencyMs(): number {
    const isSlow = this.random.chance(this.faults.slow)
    return this.random.between(0, isSlow ? LONGEST_SLOW_MS : LONGEST_USUAL_MS)
  }

  /** The process that is about to wait; `undefined` where it is, or has just been, lost. */
  enter(): Process | undefined {
    const process = currentProcess()
    if (!process) throw new Error('Code of the Worker runs outside of any process')
    if (process.isAlive && this.random.chance(this.faults.crashAtStep)) process.die()
    return process.isAlive ? process : undefined
  }

  /**
   * A step that a process waits for: `work` happens outside, after a while. Its result comes back after another while,
   * unless the process is gone by then.
   */
  step<Value>(work: () => Value | Promise<Value>): Promise<Value> {
    const process = this.enter()
    if (!process) return NEVER
    return new Promise<Value>((resolve, reject) => {
      const back = (settle: () => void) => void this.timeline.after(this.latencyMs(), process, settle)
      this.timeline.after(this.latencyMs(), undefined, () => {
        void (async () => work())().then(
          (value) => back(() => resolve(value)),
          (error) => back(() => reject(error)),
        )
      })
    })
  }

  /** A step whose effect is there at once, such as a write: only its end is waited for. */
  settle<Value>(value: Value): Promise<Value> {
    const process = this.enter()
    if (!process) return NEVER
    return new Promise((resolve) => {
      this.timeline.after(this.latencyMs(), process, () => resolve(value))
    })
  }

  /** Never resolves: what a lost process waits for. */
  never(): Promise<never> {
    return NEVER
  }
}
