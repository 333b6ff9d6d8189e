import { MS_PER_SECOND } from '@straks/shared'
import { type Fences, limitOf } from '../domain/fences.ts'
import { logError } from '../platform/log.ts'
import { fencesKeeperOf } from '../platform/objects.ts'
import { withTimeout } from '../platform/timeout.ts'
import type { Ask, Decision, Settled } from './contract.ts'
import { RecentKeys } from './recent-keys.ts'

/** How long the keeper may take to answer. One that is away stops no message. */
const KEEPER_TIMEOUT_MS = 3_000

/** How long a keeper that did not answer is not asked again. Then one exchange finds out, and nothing waits for it. */
const AWAY_MS = 5_000

/** How soon the keeper is told of what was accepted without asking. */
const TOLD_WITHIN_MS = 100

/** How old what is known of the fences may be for a message to be accepted on the strength of it. */
const KNOWN_FOR_MS = 60_000

const IDS_KEPT_MS = 60_000
const KEYS_MOST = 20_000

/** What waits to be told at the most, while the keeper is away. */
const UNTOLD_MOST = 10_000

const UNCOUNTED: Decision = { kind: 'open', isCounted: false }
const COUNTED: Decision = { kind: 'open', isCounted: true }

const messagesOf = (asks: readonly Ask[]): number => asks.reduce((sum, { messages }) => sum + messages, 0)

const idsOf = (asks: readonly Ask[]): ReadonlySet<string> => new Set(asks.map(({ id }) => id))

/** Lets work go on after an answer. */
type Afterwards = (work: Promise<void>) => void

/** What one request brings along. */
type Caller = { readonly env: Env; readonly fences: Fences; readonly afterwards: Afterwards }

/** The fences of one organisation, as one process sees them. */
class Gate {
  readonly #organization: string
  readonly #passed = new RecentKeys(IDS_KEPT_MS, KEYS_MOST)
  /** Keys of messages that were accepted: of requests side by side, one is counted and perhaps another accepted. */
  readonly #kept = new RecentKeys(IDS_KEPT_MS, KEYS_MOST)
  readonly #written: RecentKeys
  #accepted: Ask[] = []
  #returned: Ask[] = []
  #refusedCountries = 0
  #known: { readonly atMs: number; readonly isAnyFull: boolean } | undefined
  #room = 0
  /** Messages that the keeper is being told of or asked about: an answer that comes before theirs may not have them in its room. */
  #underWay = 0
  /** The number of the latest exchange, and of the latest that has been answered. */
  #begun = 0
  #answered = 0
  #toldByMs = 0
  #awayUntilMs = 0
  #awayLoggedMs = Number.NEGATIVE_INFINITY

  constructor(organization: string, { perRecipient }: Fences) {
    this.#organization = organization
    this.#written = new RecentKeys((perRecipient?.seconds ?? 0) * MS_PER_SECOND, KEYS_MOST)
  }

  pass(ask: Ask, caller: Caller): Decision | Promise<Decision> {
    const nowMs = Date.now()
    if (this.#passed.has(ask.id, nowMs)) return UNCOUNTED
    if (nowMs >= this.#awayUntilMs && !this.#hasRoom(ask, caller.fences, nowMs))
      return this.#passIfOpen(ask, caller, nowMs)
    this.#note(ask, nowMs)
    this.#room -= ask.messages
    this.#accepted.push(ask)
    this.#tellSoon(caller, nowMs)
    return COUNTED
  }

  async #passIfOpen(ask: Ask, caller: Caller, nowMs: number): Promise<Decision> {
    const decision = await this.#ask(ask, caller)
    if (decision.kind === 'open') this.#note(ask, nowMs)
    return decision
  }

  keep({ id }: Ask): void {
    this.#kept.add(id, Date.now())
  }

  giveBack(ask: Ask, caller: Caller): void {
    this.#returned.push(ask)
    this.#tellSoon(caller, Date.now())
  }

  refuseCountry(caller: Caller): void {
    this.#refusedCountries++
    this.#tellSoon(caller, Date.now())
  }

  /** Whether a message may certainly be accepted: much is left, and none of its recipients was written to before. */
  #hasRoom({ messages, recipients }: Ask, fences: Fences, nowMs: number): boolean {
    if (!this.#known || nowMs >= this.#known.atMs + KNOWN_FOR_MS || messages > this.#room) return false
    const perRecipient = limitOf(fences, 'perRecipient')
    if (!perRecipient) return true
    const areNew =
      new Set(recipients).size === recipients.length && !recipients.some((one) => this.#written.has(one, nowMs))
    return !this.#known.isAnyFull && areNew && perRecipient.messages > 0
  }

  #note({ id, recipients }: Ask, nowMs: number): void {
    this.#passed.add(id, nowMs)
    for (const recipient of recipients) this.#written.add(recipient, nowMs)
  }

  async #ask(ask: Ask, caller: Caller): Promise<Decision> {
    const settled = await this.#exchange([ask], caller)
    if (settled) return settled.decisions[0] ?? UNCOUNTED
    this.#accepted.push(ask)
    this.#tellSoon(caller, Date.now())
    return COUNTED
  }

  /** Tells the keeper after the answer; one request does so for all that come in the meantime. */
  #tellSoon(caller: Caller, nowMs: number): void {
    if (nowMs < this.#toldByMs) return
    // Where this request is cut off, another takes over.
    const waitMs = Math.max(TOLD_WITHIN_MS, this.#awayUntilMs - nowMs)
    this.#toldByMs = nowMs + waitMs + KEEPER_TIMEOUT_MS
    caller.afterwards(
      scheduler.wait(waitMs).then(async () => {
        this.#toldByMs = 0
        if (this.#accepted.length + this.#returned.length + this.#refusedCountries > 0) await this.#exchange([], caller)
      }),
    )
  }

  /** Tells and asks the keeper. `undefined` where it does not answer: what it was told is told again. */
  async #exchange(asked: readonly Ask[], { env, fences }: Caller): Promise<Settled | undefined> {
    const nowMs = Date.now()
    if (this.#awayUntilMs > 0) this.#awayUntilMs = nowMs + AWAY_MS
    const told = this.#untold(nowMs)
    this.#accepted = []
    this.#returned = []
    this.#refusedCountries = 0
    const organization = this.#organization
    const number = ++this.#begun
    const own = messagesOf(told.accepted) + messagesOf(asked)
    this.#underWay += own
    try {
      const keeper = fencesKeeperOf(env, organization)
      const settled = await withTimeout(KEEPER_TIMEOUT_MS, keeper.exchange({ organization, fences, asked, ...told }))
      if (!settled) throw new Error('The keeper takes too long')
      this.#awayUntilMs = 0
      // An answer that was overtaken knows less than what is known.
      if (number < this.#answered) return settled
      this.#answered = number
      this.#known = { atMs: Date.now(), isAnyFull: settled.isAnyFull }
      this.#room = settled.room - messagesOf(this.#accepted) - (this.#underWay - own)
      return settled
    } catch (error) {
      // The keeper counts each key once, so what it may have heard can be told again.
      this.#accepted = [...told.accepted, ...this.#accepted].slice(-UNTOLD_MOST)
      this.#refusedCountries += told.refusedCountries
      this.#noteAway(error, Date.now())
      return undefined
    } finally {
      this.#underWay -= own
    }
  }

  /** What the keeper has to be told. What was accepted and taken back since then is nothing to it. */
  #untold(nowMs: number) {
    const returned = this.#returned.filter(({ id }) => !this.#kept.has(id, nowMs))
    const [untold, replayed] = [idsOf(this.#accepted), idsOf(returned)]
    return {
      accepted: this.#accepted.filter(({ id }) => !replayed.has(id)),
      returned: returned.filter(({ id }) => !untold.has(id)),
      refusedCountries: this.#refusedCountries,
    }
  }

  /** One line each time that it is found out, not one for each request that asked. */
  #noteAway(error: unknown, nowMs: number): void {
    this.#awayUntilMs = nowMs + AWAY_MS
    if (nowMs < this.#awayLoggedMs + AWAY_MS) return
    this.#awayLoggedMs = nowMs
    logError('fences-unreachable', error, { organization: this.#organization })
  }
}

/**
 * Lets messages pass the fences of their organisation, or not.
 *
 * While much is left, a message is accepted here and the keeper is told afterwards, so nothing waits for it. What may be
 * too much, and a recipient who has just been written to, is asked about first. A keeper that is away stops nothing.
 */
export class FenceGate {
  readonly #gates = new Map<string, Gate>()

  /** Lets messages pass and counts them, unless fences are closed. The same key passes again within a minute, uncounted. */
  pass(organization: string, ask: Ask, caller: Caller): Decision | Promise<Decision> {
    return this.#gate(organization, caller).pass(ask, caller)
  }

  /** Messages that have passed were accepted: they stay counted. */
  keep(organization: string, ask: Ask, caller: Caller): void {
    this.#gate(organization, caller).keep(ask)
  }

  /** Messages that have passed had been accepted before, or are not accepted after all: they are not counted any more. */
  giveBack(organization: string, ask: Ask, caller: Caller): void {
    this.#gate(organization, caller).giveBack(ask, caller)
  }

  /** Notes that a request was refused for the country of a number. */
  refuseCountry(organization: string, caller: Caller): void {
    this.#gate(organization, caller).refuseCountry(caller)
  }

  #gate(organization: string, { fences }: Caller): Gate {
    const known = this.#gates.get(organization)
    if (known) return known
    const gate = new Gate(organization, fences)
    this.#gates.set(organization, gate)
    return gate
  }
}
