import {
  admit,
  afterResult,
  type CallResult,
  type Circuit,
  type CircuitPolicy,
  CLOSED,
  failuresInARow,
} from './circuit.ts'

/** One call that a breaker let through. */
export type GuardedCall = {
  /** Whether it was made to see whether the service is back. */
  readonly isProbe: boolean
}

/** Keeps calls from a service that is down, and finds out when it is back. It knows only its own process's calls. */
export class CircuitBreaker {
  readonly #policy: CircuitPolicy
  readonly #now: () => number
  #circuit: Circuit = CLOSED

  /** @param now milliseconds since 1970 */
  constructor(policy: CircuitPolicy, now: () => number = Date.now) {
    this.#policy = policy
    this.#now = now
  }

  get state(): Circuit['state'] {
    return this.#circuit.state
  }

  /** How many recent calls in a row failed, while it is closed. */
  get failuresInARow(): number {
    return failuresInARow(this.#circuit, this.#now(), this.#policy)
  }

  /** A call, if one may be made now: any while closed, a probe now and then while not. */
  admit(): GuardedCall | undefined {
    const admitted = admit(this.#circuit, this.#now(), this.#policy)
    if (admitted) this.#circuit = admitted
    return admitted && this.#call()
  }

  /** A call that is made whatever is known of the service, because there is no other. */
  admitAnyway(): GuardedCall {
    return this.admit() ?? this.#call()
  }

  /**
   * Takes in the result of a call. Tells whether it counts: what was sent before the circuit opened or closed says
   * nothing of the service now.
   */
  record({ isProbe }: GuardedCall, result: CallResult): boolean {
    if (isProbe === (this.state === 'closed')) return false
    this.#circuit = afterResult(this.#circuit, result, this.#now(), this.#policy)
    return true
  }

  #call(): GuardedCall {
    return { isProbe: this.state !== 'closed' }
  }
}
