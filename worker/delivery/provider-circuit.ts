import { PROVIDER_TIMEOUT_MS } from '../domain/timing.ts'
import type { CallResult, CircuitPolicy } from '../platform/circuit.ts'
import { CircuitBreaker, type GuardedCall } from '../platform/circuit-breaker.ts'
import { InFlightLimiter, type InFlightPlace } from '../platform/in-flight-limiter.ts'
import { log } from '../platform/log.ts'
import type { TimedMoment } from '../platform/timeout.ts'

/**
 * When a provider is passed over. Ten failures in a row are half of the messages that an outage may cost; where there is
 * little to send, three over a second are enough. After an outage of any length it is tried within fifteen seconds. One
 * good answer of a failing provider is no recovery, three are.
 */
export const PROVIDER_CIRCUIT = {
  failuresInARow: 10,
  failuresOverTime: { count: 3, ms: 1_000 },
  recentMs: 60_000,
  firstOpenMs: 2_000,
  longestOpenMs: 15_000,
  steadyMs: 60_000,
  probeMs: 5_000,
  successesToClose: 3,
} as const satisfies CircuitPolicy

/** What a provider's answers are measured by. */
type Limits = {
  /** How long an answer may take before it counts as a failure. */
  readonly slowMs: number
  /** How many messages may have failed or be unanswered since the last success. */
  readonly inFlight: number
  /** How long the next message waits for a success before it goes elsewhere. */
  readonly waitMs: number
}

/**
 * Slow is longer than the slowest simulated answer. Sixteen messages are fewer than the twenty that an outage may cost,
 * with some to spare for probes. A second is more than a provider that works takes for its first answer.
 */
const LIMITS: Limits = { slowMs: 3_500, inFlight: 16, waitMs: 1_000 }

/** By then a message has been answered, or its worker has ended. */
const FORGET_MS = 2 * PROVIDER_TIMEOUT_MS

/**
 * Makes a call, and is told when it will count as slow; gives nothing where it is no longer wanted by then, because it had
 * to wait.
 */
type Call<Answer> = (slow: TimedMoment) => Promise<Answer> | undefined

/** Guards the calls to one provider: lets messages through while it works, and notices when it does not. */
export class ProviderCircuit {
  readonly #name: string
  readonly #slowMs: number
  readonly #breaker = new CircuitBreaker(PROVIDER_CIRCUIT)
  readonly #inFlight: InFlightLimiter

  constructor(name: string, { slowMs, inFlight, waitMs }: Limits = LIMITS) {
    this.#name = name
    this.#slowMs = slowMs
    this.#inFlight = new InFlightLimiter({ limit: inFlight, waitMs, forgetMs: FORGET_MS })
  }

  get state(): CircuitBreaker['state'] {
    return this.#breaker.state
  }

  /** Makes a call if one may be made now: any while the provider works, a probe now and then while it does not. */
  async tryCall<Answer>(call: Call<Answer>, judge: (answer: Answer) => CallResult): Promise<Answer | undefined> {
    if (this.state !== 'closed') {
      const probe = this.#breaker.admit()
      return probe && this.#follow(probe, this.#inFlight.acquireAnyway(), call, judge)
    }
    const place = await this.#inFlight.acquire(this.#breaker.failuresInARow)
    return place && this.#follow(this.#breaker.admitAnyway(), place, call, judge)
  }

  /** Makes a call whatever is known of the provider, because there is no other. */
  call<Answer>(call: Call<Answer>, judge: (answer: Answer) => CallResult): Promise<Answer | undefined> {
    return this.#follow(this.#breaker.admitAnyway(), this.#inFlight.acquireAnyway(), call, judge)
  }

  /** Follows one call: its answer counts, or that there is none for too long. */
  async #follow<Answer>(
    guarded: GuardedCall,
    place: InFlightPlace,
    call: Call<Answer>,
    judge: (answer: Answer) => CallResult,
  ): Promise<Answer | undefined> {
    let wasSlow = false
    const { promise: passed, resolve: becomeSlow } = Promise.withResolvers<void>()
    const slow = setTimeout(() => {
      wasSlow = true
      becomeSlow()
      this.#inFlight.release(place)
      this.#record(guarded, 'failure')
    }, this.#slowMs)
    try {
      const answer = await call({ atMs: Date.now() + this.#slowMs, passed })
      if (answer === undefined) return undefined
      // A slow answer has been counted already; that it came at last does not make it a quick one.
      if (!wasSlow) this.#record(guarded, judge(answer))
      return answer
    } finally {
      clearTimeout(slow)
      this.#inFlight.release(place)
    }
  }

  #record(guarded: GuardedCall, result: CallResult): void {
    const before = this.state
    if (!this.#breaker.record(guarded, result)) return
    if (result === 'success') this.#inFlight.releaseAll()
    if (this.state === 'open') this.#inFlight.rejectWaiting()
    if (this.state !== before && (before === 'closed' || this.state === 'closed'))
      log('warn', 'provider-circuit', { provider: this.#name, state: this.state })
  }
}
