import { admit, HEALTHY, type Health, illsInARow, observe, type Sign } from '../domain/provider-health.ts'
import { log } from '../log/log.ts'
import type { Provider } from '../providers/provider.ts'
import { type Place, UnheardMessages } from './unheard-messages.ts'

/** How patient a desk is. */
export type Patience = {
  /** How long an answer may take before its provider counts as ill. */
  readonly slowMs: number
  /** How many messages may be failed or unanswered since a provider last gave a good answer. */
  readonly mostUnheard: number
  /** How long the next message waits for such an answer before it goes elsewhere. */
  readonly waitMs: number
}

/**
 * Slow is longer than the slowest simulated answer. Sixteen messages are fewer than the twenty that an outage may cost,
 * with some to spare for trials. A second is more than a provider that is well takes for its first answer.
 */
const PATIENCE: Patience = { slowMs: 3_500, mostUnheard: 16, waitMs: 1_000 }

/** What this process knows of each provider. Each process learns it anew, from its own few messages. */
const desks = new WeakMap<Provider, ProviderDesk>()

/** Stands before one provider: lets messages through while it works, and notices when it does not. */
export class ProviderDesk {
  readonly #name: string
  readonly #slowMs: number
  readonly #unheard: UnheardMessages
  #health: Health = HEALTHY

  constructor(name: string, { slowMs, mostUnheard, waitMs }: Patience = PATIENCE) {
    this.#name = name
    this.#slowMs = slowMs
    this.#unheard = new UnheardMessages(mostUnheard, waitMs)
  }

  static of(provider: Provider): ProviderDesk {
    const known = desks.get(provider)
    if (known) return known
    const fresh = new ProviderDesk(provider.name)
    desks.set(provider, fresh)
    return fresh
  }

  /** Whether it is not known to be ill. */
  get isUp(): boolean {
    return this.#health.state === 'up'
  }

  /** Makes a call if one may be made now: all while the provider works, a trial now and then while it does not. */
  async tryCall<Answer>(call: () => Promise<Answer>, read: (answer: Answer) => Sign): Promise<Answer | undefined> {
    if (!this.isUp) return this.#admit() ? this.#follow(this.#unheard.take(), call, read) : undefined
    const place = await this.#unheard.enter(illsInARow(this.#health, Date.now()))
    return place && this.#follow(place, call, read)
  }

  /** Makes a call whatever is known of the provider, because there is no other. */
  call<Answer>(call: () => Promise<Answer>, read: (answer: Answer) => Sign): Promise<Answer> {
    this.#admit()
    return this.#follow(this.#unheard.take(), call, read)
  }

  #admit(): boolean {
    const { admitted, health } = admit(this.#health, Date.now())
    this.#health = health
    return admitted
  }

  /** Follows one call: what becomes of it, or that nothing does for too long, is a sign. */
  async #follow<Answer>(place: Place, call: () => Promise<Answer>, read: (answer: Answer) => Sign): Promise<Answer> {
    const isTrial = !this.isUp
    let wasSlow = false
    const slow = setTimeout(() => {
      wasSlow = true
      this.#unheard.leave(place)
      this.#observe('ill', isTrial)
    }, this.#slowMs)
    try {
      const answer = await call()
      // A slow answer has been counted already; that it came at last does not make it a quick one.
      if (!wasSlow) this.#observe(read(answer), isTrial)
      return answer
    } finally {
      clearTimeout(slow)
      this.#unheard.leave(place)
    }
  }

  /** Takes in a sign. What was sent before the provider was taken out tells nothing of whether it is well again. */
  #observe(sign: Sign, isTrial: boolean): void {
    const before = this.#health.state
    if (isTrial === (before === 'up')) return
    this.#health = observe(this.#health, sign, Date.now())
    const { state } = this.#health
    if (sign === 'well') this.#unheard.hearWell()
    if (state === 'out') this.#unheard.sendAway()
    if (state === before || state === 'trial') return
    if (before === 'up' || state === 'up') log('warn', 'provider-health', { provider: this.#name, state })
  }
}
