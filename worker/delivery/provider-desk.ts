import { admit, HEALTHY, type Health, observe, type Sign } from '../domain/provider-health.ts'
import { log } from '../log/log.ts'
import type { Provider } from '../providers/provider.ts'

/** How long an answer may take before its provider counts as ill. Longer than the slowest simulated one. */
const SLOW_MS = 3_500

/** Messages that may be unanswered at once by a provider of which nothing has been heard since the first of them. */
const MOST_UNANSWERED = 16

/** What this process knows of each provider. Each process learns it anew, from its own few messages. */
const desks = new WeakMap<Provider, ProviderDesk>()

/** Stands before one provider: lets messages through while it works, and notices when it does not. */
export class ProviderDesk {
  readonly #name: string
  readonly #startedAtMs = new Map<symbol, number>()
  #health: Health = HEALTHY
  #heardAtMs = 0

  constructor(name: string) {
    this.#name = name
  }

  static of(provider: Provider): ProviderDesk {
    const known = desks.get(provider)
    if (known) return known
    const fresh = new ProviderDesk(provider.name)
    desks.set(provider, fresh)
    return fresh
  }

  /** Whether a message may go to the provider now. */
  admits(nowMs: number): boolean {
    const [oldestMs] = this.#startedAtMs.values()
    if (oldestMs !== undefined && this.#startedAtMs.size >= MOST_UNANSWERED && this.#heardAtMs <= oldestMs) return false
    const { admitted, health } = admit(this.#health, nowMs)
    this.#health = health
    return admitted
  }

  /** Follows one call: what becomes of it, or that nothing does for too long, is a sign. */
  async follow<Answer>(call: Promise<Answer>, read: (answer: Answer) => Sign): Promise<Answer> {
    const id = Symbol(this.#name)
    this.#startedAtMs.set(id, Date.now())
    let wasSlow = false
    const slow = setTimeout(() => {
      wasSlow = true
      this.#observe('ill')
    }, SLOW_MS)
    try {
      const answer = await call
      const sign = read(answer)
      if (sign === 'well') this.#heardAtMs = Date.now()
      // A slow answer has been counted already; that it came at last does not make it a quick one.
      if (!wasSlow) this.#observe(sign)
      return answer
    } finally {
      clearTimeout(slow)
      this.#startedAtMs.delete(id)
    }
  }

  #observe(sign: Sign): void {
    const before = this.#health.state
    this.#health = observe(this.#health, sign, Date.now())
    const { state } = this.#health
    if (state === before || state === 'trial') return
    if (before === 'up' || state === 'up') log('warn', 'provider-health', { provider: this.#name, state })
  }
}
