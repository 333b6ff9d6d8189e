import { DurableObject } from 'cloudflare:workers'
import { Eraser, type NamedRecipient } from '../domain/erasure.ts'
import { failAtUse } from '../platform/fail-at-use.ts'
import { Limiter } from '../platform/limiter.ts'
import { log, logError } from '../platform/log.ts'
import { nameOf } from '../platform/object-name.ts'
import { feedOf } from '../platform/objects.ts'
import {
  type AttemptRecord,
  type DisabledReason,
  type Endpoint,
  type EndpointView,
  enable,
  rotate,
  secretsOf,
  UNREADABLE_ENDPOINT,
  type WebhookDelivery,
} from './endpoint.ts'
import { EndpointStore } from './endpoint-store.ts'
import { postDelivery } from './post-delivery.ts'
import { nextAttemptMs } from './retry-schedule.ts'
import { newSecret } from './signature.ts'
import { toldEntry } from './told-entry.ts'

/** Entries that are taken up at a time: one page of the feed. */
const PAGE_SIZE = 100

/** Deliveries of one alarm. Each may take 15 seconds, five at a time: well within the time that an alarm has. */
const BATCH = 50

/** The platform opens six connections at a time; one is left for the feed. */
const AT_ONCE = 5

/** How soon work that failed on our side is tried again. */
const FAILED_PAUSE_MS = 5_000

/**
 * Delivers the feed of an organisation to one endpoint: it takes up the entries in the order of their numbers, and tries
 * each until it is received. An object of its own, so that a slow receiver delays no other.
 *
 * Nothing is lost where a call that says "there is more" is: the cursor is a number of the feed, and what lies beyond it
 * is taken up the next time.
 */
export class WebhookEndpoint extends DurableObject<Env> {
  readonly #opened: () => EndpointStore
  #isAwake = false
  /** Raised by what its owner does about what waits. What a receiver answers to a post of before says nothing of now. */
  #turn = 0

  constructor(ctx: DurableObjectState, env: Env) {
    super(ctx, env)
    this.#opened = failAtUse(() => new EndpointStore(ctx.storage))
  }

  get #store(): EndpointStore {
    return this.#opened()
  }

  /** Makes the endpoint. What ended before `cursor` is not delivered. */
  async create(
    endpoint: Omit<Endpoint, 'secret' | 'createdAtMs'>,
  ): Promise<EndpointView & { readonly secret: string }> {
    const made = { ...endpoint, secret: newSecret(), createdAtMs: Date.now() }
    this.#store.save(made)
    return { ...this.#viewOf(made), secret: made.secret }
  }

  view(): EndpointView | undefined {
    const { endpoint, isUnreadable } = this.#store
    return isUnreadable ? UNREADABLE_ENDPOINT : endpoint && this.#viewOf(endpoint)
  }

  /** Changes address or state. Enabled again, it goes on where it stopped. */
  async change(changes: { readonly url?: string; readonly isEnabled?: boolean }): Promise<EndpointView | undefined> {
    const { endpoint } = this.#store
    if (!endpoint) return undefined
    const moved = changes.url === undefined ? endpoint : { ...endpoint, url: changes.url }
    if (changes.isEnabled === false) this.#store.save({ ...moved, disabled: 'by-owner' })
    else this.#store.save(changes.isEnabled ? enable(moved) : moved)
    // What waits for hours was refused at the address before, or while it was off.
    if (changes.isEnabled || moved.url !== endpoint.url) {
      this.#turn++
      this.#store.hurry(Date.now())
      await this.#wakeNow()
    }
    return this.view()
  }

  /** Gives it a new secret. The one before signs too for a day. */
  rotateSecret(): string | undefined {
    const { endpoint } = this.#store
    if (!endpoint) return undefined
    const secret = newSecret()
    this.#store.save(rotate(endpoint, secret, Date.now()))
    return secret
  }

  /** Delivers everything again that the feed has beyond a number, at once. A number that is still to come skips nothing. */
  async replay(after: number): Promise<boolean> {
    const { endpoint } = this.#store
    if (!endpoint) return false
    this.#store.save({ ...endpoint, cursor: Math.min(after, endpoint.cursor) })
    this.#turn++
    this.#store.hurryAfter(after, Date.now())
    await this.#wakeNow()
    return true
  }

  /** Delivers an event that is not in the feed. The same key is delivered once. */
  async notify(key: string, body: string): Promise<boolean> {
    if (!this.#store.endpoint) return false
    this.#store.addEvent(key, body, Date.now())
    await this.#wakeNow()
    return true
  }

  /** Forgets the events that name a recipient, and tells how many those were. */
  erase(recipient: NamedRecipient): number {
    return this.#store.endpoint ? this.#store.erase(new Eraser(recipient)) : 0
  }

  attempts(): readonly AttemptRecord[] | undefined {
    return this.#store.endpoint && this.#store.attempts()
  }

  async remove(): Promise<boolean> {
    if (!this.#store.endpoint && !this.#store.isUnreadable) return false
    this.#turn++
    await this.ctx.storage.deleteAlarm()
    await this.#store.forget()
    return true
  }

  /** Says that the feed has more. */
  async poke(): Promise<void> {
    const { endpoint } = this.#store
    if (endpoint && !endpoint.disabled) await this.#wakeNow()
  }

  /** Takes up what is new and delivers what is due. Never throws: the platform gives up on an alarm that fails often. */
  override async alarm(): Promise<void> {
    this.#isAwake = false
    try {
      await this.#takeUp()
      await this.#deliverDue()
      await this.#wakeBy(this.#store.nextDueMs())
    } catch (error) {
      if (this.#isDeleted()) return
      logError('webhook-failed', error, { object: nameOf(this.ctx) })
      // Whatever waits: what could not be read, of the feed or here, is not among it yet.
      await this.ctx.storage.setAlarm(Date.now() + FAILED_PAUSE_MS)
    }
  }

  /** Whether there is none any more: it may be deleted while an alarm is under way. What cannot be opened is there. */
  #isDeleted(): boolean {
    try {
      return !this.#store.endpoint && !this.#store.isUnreadable
    } catch {
      return false
    }
  }

  async #takeUp(): Promise<void> {
    for (;;) {
      const { endpoint } = this.#store
      if (!endpoint || endpoint.disabled) return
      const numbers = await this.#feed(endpoint).numbersAfter(endpoint.cursor, PAGE_SIZE)
      const last = numbers.at(-1)
      // It may have been changed while the feed was read: a replay sets another cursor.
      const current = this.#store.endpoint
      if (last === undefined || current?.cursor !== endpoint.cursor) return
      this.#store.takeUp(numbers, { ...current, cursor: last }, Date.now())
      if (this.#store.waiting() >= BATCH) return
    }
  }

  #feed({ organization }: Endpoint) {
    return feedOf(this.env, organization)
  }

  async #deliverDue(): Promise<void> {
    const { endpoint } = this.#store
    if (!endpoint || endpoint.disabled) return
    const limiter = new Limiter(AT_ONCE)
    await limiter.map(this.#store.due(Date.now(), BATCH), (delivery) => this.#tryToDeliver(delivery))
  }

  /** Delivers, and puts off what failed on our side, so that it keeps no other from going out. */
  async #tryToDeliver(delivery: WebhookDelivery): Promise<void> {
    const turn = this.#turn
    try {
      await this.#deliver(delivery, turn)
    } catch (error) {
      logError('webhook-delivery-failed', error, { webhook: this.#store.endpoint?.id })
      if (turn === this.#turn) this.#postpone(delivery, 0)
    }
  }

  async #deliver(delivery: WebhookDelivery, turn: number): Promise<void> {
    const { endpoint } = this.#store
    if (!endpoint || endpoint.disabled) return
    const { sequenceNumber } = delivery
    const body =
      sequenceNumber === undefined ? delivery.body : await toldEntry(this.#feed(endpoint), sequenceNumber, endpoint.id)
    if (this.#store.endpoint?.disabled) return
    // Old entries leave the feed: one that is gone, or cannot be read, cannot be told any more.
    if (body === undefined) return this.#store.remove(delivery.key)
    const webhookId = `${endpoint.organization}.${delivery.key}`
    const secrets = secretsOf(endpoint, Date.now())
    const posted = await postDelivery({ url: endpoint.url, webhookId, body, secrets }, () => Date.now())
    if (!this.#store.endpoint) return
    this.#store.addAttempt(posted.record)
    if (posted.record.outcome === 'received') return this.#store.received(delivery)
    // Its owner has moved or enabled it, or asked for a replay: the delivery stays due.
    if (turn !== this.#turn) return
    if (posted.isGone) return this.#disable('gone')
    this.#postpone(delivery, posted.retryAfterMs)
  }

  /** Puts a delivery off until its next attempt; the endpoint is disabled where none is left. */
  #postpone(delivery: WebhookDelivery, retryAfterMs: number): void {
    const attempts = delivery.attempts + 1
    const nextMs = nextAttemptMs(attempts, Math.random(), retryAfterMs, Date.now())
    if (nextMs === undefined) this.#disable('failing')
    else this.#store.postpone(delivery.key, attempts, nextMs)
  }

  #disable(reason: DisabledReason): void {
    const { endpoint } = this.#store
    if (!endpoint || endpoint.disabled) return
    this.#store.save({ ...endpoint, disabled: reason })
    log('error', 'webhook-disabled', { webhook: endpoint.id, organization: endpoint.organization, reason })
  }

  async #wakeNow(): Promise<void> {
    if (this.#isAwake) return
    this.#isAwake = true
    await this.ctx.storage.setAlarm(Date.now())
  }

  async #wakeBy(atMs: number | undefined): Promise<void> {
    const { endpoint } = this.#store
    if (atMs === undefined || !endpoint || endpoint.disabled || this.#isAwake) return
    await this.ctx.storage.setAlarm(Math.max(atMs, Date.now()))
  }

  #viewOf({ id, url, disabled, createdAtMs, cursor }: Endpoint): EndpointView {
    const waits = { waiting: this.#store.waiting(), oldestWaitingMs: this.#store.oldestMs() }
    const state = disabled ? 'disabled' : 'enabled'
    return { id, url, state, ...(disabled && { disabledReason: disabled }), createdAtMs, cursor, ...waits }
  }
}
