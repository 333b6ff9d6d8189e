import { DurableObject } from 'cloudflare:workers'
import { fail, ok, type Result } from '@straks/shared'
import { type Config, parseConfig } from '../config.ts'
import { log, logError } from '../log/log.ts'
import type { Register } from '../registers/register.ts'
import { selectRegister } from '../registers/select-register.ts'
import { type Caller, rolesOf } from './caller.ts'
import { CorrespondenceStore } from './correspondence-store.ts'
import {
  confirm,
  type Duty,
  dutyOf,
  fetch,
  finishPlacing,
  finishWithdrawing,
  isAvailable,
  type Lifecycle,
  mayForget,
  mayNotify,
  type Phase,
  publish,
  purge,
  type Refusal,
  type Remembrance,
  read,
  startPlacing,
  statusOf,
  wakeAtMs,
} from './lifecycle.ts'
import { findRecipient, lookUpNames } from './names.ts'
import { dueTimes } from './notification-orders.ts'
import { type NotificationPlan, usesNames } from './notification-plan.ts'
import { delaysOf, placeOrders, withdrawOrders } from './orders-of-correspondence.ts'
import type { NewCorrespondence, StoredCorrespondence } from './record.ts'

const MS_PER_DAY = 86_400_000

/** How soon work that could not be done is tried again. */
const PAUSE_MS = 5_000

/** How long after publication a register that does not answer is waited for, before a name is left out for good. */
const NAMES_PATIENCE_MS = 3_600_000

/** The longest sleep: alarms cannot be set for a day in the far future, so a late publication is looked at on the way. */
const LONGEST_SLEEP_MS = 30 * MS_PER_DAY

/** A correspondence as someone may see it. */
export type Sighting = StoredCorrespondence & { readonly as: 'sender' | 'recipient' }

/**
 * Keeps one correspondence: remembers what was said, publishes it in time, and sees to it that its notifications are
 * ordered and taken back. What each event does is decided in `lifecycle.ts`; this class stores, wakes and forgets.
 */
export class Correspondence extends DurableObject<Env> {
  readonly #store: CorrespondenceStore
  readonly #config: Config
  readonly #register: Register
  #settling: Promise<boolean> | undefined
  #alarmAtMs: number | undefined

  constructor(ctx: DurableObjectState, env: Env) {
    super(ctx, env)
    this.#store = new CorrespondenceStore(ctx.storage)
    this.#config = parseConfig(env)
    this.#register = selectRegister(env, this.#config)
  }

  /** Stores a new correspondence, unless there is one already. */
  create(correspondence: NewCorrespondence): 'created' | 'known' {
    if (this.#store.load()) return 'known'
    this.#store.create(correspondence)
    this.#wake()
    return 'created'
  }

  /** Whether its idempotency key has been used. */
  isKnown(): boolean {
    return this.#store.load() !== undefined
  }

  /** Whether a notification that has fallen due may be sent. Of an unknown correspondence none may. */
  mayNotify(phase: Phase): boolean {
    const stored = this.#store.load()
    return stored !== undefined && mayNotify(stored.lifecycle, phase)
  }

  /** Shows the correspondence to its sender, and, once published, to its recipient, which is noted. */
  async look(caller: Caller): Promise<Sighting | undefined> {
    await this.#publishIfDue()
    const stored = this.#store.load()
    if (!stored) return undefined
    const { isSender, isRecipient } = rolesOf(caller, stored.facts)
    const fetched = isRecipient ? this.#step((lifecycle, nowMs) => fetch(lifecycle, nowMs)) : undefined
    if (!isSender && !fetched?.ok) return undefined
    return { ...(this.#store.load() ?? stored), as: isSender ? 'sender' : 'recipient' }
  }

  /** Notes that the recipient has read it, and gives what it says. */
  async read(caller: Caller): Promise<Result<string, Refusal>> {
    await this.#publishIfDue()
    const taken = this.#byRecipient(caller, read)
    return taken.ok ? ok(taken.value.message?.body ?? '') : taken
  }

  async confirm(caller: Caller): Promise<Result<undefined, Refusal>> {
    await this.#publishIfDue()
    const taken = this.#byRecipient(caller, confirm)
    return taken.ok ? ok(undefined) : taken
  }

  /** Takes it away for good. Who may do both does what its state allows: as the sender until it is published. */
  purge(caller: Caller): Result<undefined, Refusal> {
    const stored = this.#store.load()
    if (!stored) return fail('not-found')
    const { isSender, isRecipient } = rolesOf(caller, stored.facts)
    if (!isSender && !isRecipient) return fail('not-found')
    const asRecipient = isRecipient && (!isSender || isAvailable(stored.lifecycle))
    const taken = this.#step((lifecycle, nowMs) => purge(lifecycle, asRecipient ? 'recipient' : 'sender', nowMs))
    return taken.ok ? ok(undefined) : taken
  }

  /** Does what has become due. Never throws: the platform gives up on an alarm that fails often enough. */
  override async alarm(): Promise<void> {
    this.#alarmAtMs = undefined
    const isSettled = await this.#settle()
    const stored = this.#store.load()
    if (!stored) return
    if (mayForget(stored.lifecycle, this.#remembrance(stored), Date.now())) await this.#store.forget()
    else this.#wake(isSettled ? 0 : PAUSE_MS)
  }

  #byRecipient(
    caller: Caller,
    step: (lifecycle: Lifecycle, nowMs: number) => Result<Lifecycle, Refusal>,
  ): Result<StoredCorrespondence, Refusal> {
    const stored = this.#store.load()
    if (!stored || !rolesOf(caller, stored.facts).isRecipient) return fail('not-found')
    return this.#step(step)
  }

  /** Takes a step, stores it, and has done at once what it asks for. */
  #step(
    step: (lifecycle: Lifecycle, nowMs: number) => Result<Lifecycle, Refusal>,
  ): Result<StoredCorrespondence, Refusal> {
    const stored = this.#store.load()
    if (!stored) return fail('not-found')
    const next = step(stored.lifecycle, Date.now())
    if (!next.ok) return next
    this.#save(next.value)
    return ok(this.#store.load() ?? stored)
  }

  #save(lifecycle: Lifecycle): void {
    const before = this.#store.load()
    if (!before || before.lifecycle === lifecycle) return
    this.#store.saveLifecycle(lifecycle)
    const { correspondenceId, organization, traceId } = before.facts
    const to = statusOf(lifecycle).status
    if (to !== statusOf(before.lifecycle).status)
      log('info', 'correspondence', { correspondenceId, organization, to, traceId })
    this.#wake()
  }

  /** Whoever asks at the very moment of publication sees it published, even where the alarm is late. */
  async #publishIfDue(): Promise<void> {
    if (this.#duty() === 'publish') await this.#settle()
  }

  #duty(): Duty | undefined {
    const stored = this.#store.load()
    return stored && dutyOf(stored.lifecycle, Date.now())
  }

  /** Does all that is due, one piece after the other and never two at once; `false` if something must be tried again. */
  #settle(): Promise<boolean> {
    this.#settling ??= this.#work().finally(() => {
      this.#settling = undefined
    })
    return this.#settling
  }

  async #work(): Promise<boolean> {
    try {
      for (let duty = this.#duty(); duty !== undefined; duty = this.#duty())
        if (!(await this.#perform(duty))) return false
      return true
    } catch (error) {
      logError('correspondence-failed', error, { correspondenceId: this.#store.load()?.facts.correspondenceId })
      return false
    }
  }

  /** Does one piece of work. What happens meanwhile counts: the state is read again after every wait. */
  async #perform(duty: Duty): Promise<boolean> {
    const stored = this.#store.load()
    if (!stored) return true
    const { facts, notification } = stored
    if (duty === 'publish') {
      const isReserved = await this.#isReserved(stored)
      this.#change((lifecycle) => publish(lifecycle, isReserved, Date.now()))
      return true
    }
    if (!notification) throw new Error('A correspondence without a notification has something to do for one')
    if (duty === 'place') return this.#place(stored, notification)
    const what = duty === 'withdraw-reminders' ? 'reminders' : 'everything'
    await withdrawOrders(this.env, facts, notification, what)
    this.#change((lifecycle) => finishWithdrawing(lifecycle, what))
    return true
  }

  async #place({ facts, lifecycle }: StoredCorrespondence, notification: NotificationPlan): Promise<boolean> {
    const publishedAtMs = lifecycle.history.find(({ status }) => status === 'Published')?.atMs ?? Date.now()
    const mayWait = Date.now() < publishedAtMs + NAMES_PATIENCE_MS
    const keywords = usesNames(notification)
      ? await lookUpNames(this.#register, facts, this.#config.organizationCodes, mayWait)
      : {}
    if (!keywords) return false
    if (this.#duty() !== 'place') return true
    this.#change(startPlacing)
    const orders = { facts, plan: notification, publishedAtMs, keywords }
    if (await placeOrders(this.env, this.#config, orders, () => this.#duty() === 'place'))
      this.#change((current) => (this.#duty() === 'place' ? finishPlacing(current) : current))
    return true
  }

  /** Whether the recipient has declined. A register that does not answer is asked again by whoever sends. */
  async #isReserved({ facts }: StoredCorrespondence): Promise<boolean> {
    if (facts.recipient.kind !== 'person' || facts.ignoreReservation) return false
    const lookup = await findRecipient(this.#register, facts)
    return lookup.kind === 'found' && lookup.party.reserved
  }

  #change(step: (lifecycle: Lifecycle) => Lifecycle): void {
    const stored = this.#store.load()
    if (stored) this.#save(step(stored.lifecycle))
  }

  #remembrance({ lifecycle, notification }: StoredCorrespondence): Remembrance {
    const due = dueTimes(lifecycle.publishAtMs, delaysOf(this.#config))
    return {
      retentionMs: this.#config.retentionDays * MS_PER_DAY,
      lastDueMs: notification?.reminder ? due.reminder : 0,
    }
  }

  /** Sets the alarm: for what is due at once, for publication, or for being forgotten. One that rings before will do. */
  #wake(pauseMs = 0): void {
    const stored = this.#store.load()
    if (!stored) return
    const nowMs = Date.now()
    const dueMs = this.#duty() ? nowMs + pauseMs : wakeAtMs(stored.lifecycle, this.#remembrance(stored))
    const atMs = Math.min(dueMs, nowMs + LONGEST_SLEEP_MS)
    if (this.#alarmAtMs !== undefined && this.#alarmAtMs <= atMs) return
    this.#alarmAtMs = atMs
    void this.ctx.storage.setAlarm(atMs)
  }
}
