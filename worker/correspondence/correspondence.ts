import { DurableObject } from 'cloudflare:workers'
import { fail, ok, type Result } from '@straks/shared'
import type { NamedRecipient } from '../domain/erasure.ts'
import type { Config } from '../platform/config.ts'
import { configOf } from '../platform/config-of.ts'
import { boxFor } from '../platform/content-box-of.ts'
import { failAtUse } from '../platform/fail-at-use.ts'
import { log, logError } from '../platform/log.ts'
import { nameOf } from '../platform/object-name.ts'
import type { Register } from '../registers/register.ts'
import { selectRegister } from '../registers/select-register.ts'
import { followInListing, type ListingRow, toListingRow } from './correspondence-listing.ts'
import { CorrespondenceStore } from './correspondence-store.ts'
import { eraseFrom, forget } from './erase-correspondence.ts'
import {
  type CorrespondenceLifecycle,
  type CorrespondenceRefusal,
  confirm,
  currentStatus,
  download,
  fetch,
  isAvailable,
  markAsRead,
  mayForget,
  mayNotify,
  type NotificationPhase,
  type PendingTask,
  pendingTaskOf,
  purge,
  read,
} from './lifecycle.ts'
import { findKnownNames, findNames, isReserved } from './names.ts'
import { usesNames } from './notification-plan.ts'
import { placeOrders, withdrawOrders } from './orders-of-correspondence.ts'
import { type ReconcileDependencies, reconcile } from './reconcile.ts'
import type { CorrespondenceView, NewCorrespondence, StoredCorrespondence } from './record.ts'
import { releaseAttachments, triesRelease } from './release-attachments.ts'
import { LONGEST_TASK_PAUSE_MS } from './retry-pause.ts'
import { type Caller, rolesOf } from './roles-of-caller.ts'
import { nextWakeMs, pauseOf, retentionOf } from './wake-up.ts'

/**
 * Keeps one correspondence: remembers what was said, publishes it in time, and sees to it that its notifications are
 * ordered and taken back. What each event does is decided in `lifecycle.ts`; this class stores, wakes and forgets.
 */
export class Correspondence extends DurableObject<Env> {
  readonly #opened: () => { readonly config: Config; readonly store: CorrespondenceStore; readonly register: Register }
  readonly #dependencies: ReconcileDependencies
  #settling: Promise<boolean> | undefined
  #alarmAtMs: number | undefined

  constructor(ctx: DurableObjectState, env: Env) {
    super(ctx, env)
    this.#opened = failAtUse(() => {
      const config = configOf(env)
      const store = new CorrespondenceStore(ctx.storage, boxFor(ctx, env, config))
      return { config, store, register: selectRegister(env, config) }
    })
    this.#dependencies = {
      load: () => this.#store.load(),
      save: (lifecycle) => this.#save(lifecycle),
      nowMs: () => Date.now(),
      isReserved: (stored) => isReserved(this.#opened().register, stored.facts),
      findNames: async (stored) => (usesNames(stored.notification) ? findNames(this.#opened().register, stored) : {}),
      findKnownNames: async (stored) =>
        usesNames(stored.notification) ? findKnownNames(this.#opened().register, stored) : {},
      placeOrders: ({ stored: { facts, notification: plan }, publishedAtMs, keywords }, areWanted) =>
        placeOrders(this.env, this.#opened().config, { facts, plan, publishedAtMs, keywords }, areWanted),
      withdrawOrders: ({ facts, notification }, what) => withdrawOrders(this.env, facts, notification, what),
      releaseAttachments: ({ facts }) => releaseAttachments(this.env, facts),
    }
  }

  get #store(): CorrespondenceStore {
    return this.#opened().store
  }

  /** Stores a new correspondence, unless there is one already. For a while it rests: others of its request are stored. */
  create(correspondence: NewCorrespondence, storingMs = 0): 'created' | 'known' {
    if (this.#store.load()) return 'known'
    this.#store.create(correspondence)
    this.#wake(storingMs)
    return 'created'
  }

  /** Whether its idempotency key has been used. */
  isKnown(): boolean {
    return this.#store.load() !== undefined
  }

  /** What the listing is to know of it; `undefined` where there is none, or none any more. */
  listingRow(): Promise<ListingRow | undefined> {
    return toListingRow(this.#store.load())
  }

  /** Whether an attachment is its own. */
  holds(attachmentId: string): boolean {
    const { facts, lifecycle } = this.#store.load() ?? {}
    return lifecycle?.attachments === 'held' && facts?.attachmentIds?.includes(attachmentId) === true
  }

  /** Whether a notification that has fallen due may be sent. Of an unknown correspondence none may. */
  mayNotify(phase: NotificationPhase): boolean {
    const stored = this.#store.load()
    return stored !== undefined && mayNotify(stored.lifecycle, phase)
  }

  /** Shows the correspondence to its sender, and, once published, to its recipient, which is noted. */
  async look(caller: Caller): Promise<CorrespondenceView | undefined> {
    await this.#publishIfDue()
    const stored = this.#store.load()
    if (!stored) return undefined
    const { isSender, isRecipient, isParty } = rolesOf(caller, stored.facts)
    const isReader = isParty || (isRecipient && !isSender)
    const fetched = isReader ? this.#step((lifecycle, nowMs) => fetch(lifecycle, nowMs)) : undefined
    if (!isSender && !fetched?.ok) return undefined
    return { ...(this.#store.load() ?? stored), as: isSender ? 'sender' : 'recipient', seesTexts: fetched?.ok === true }
  }

  /** Notes that the recipient says it has read it. A second time is refused. */
  async markAsRead(caller: Caller): Promise<Result<undefined, CorrespondenceRefusal>> {
    await this.#publishIfDue()
    const taken = this.#byRecipient(caller, markAsRead)
    return taken.ok ? ok(undefined) : taken
  }

  /** Notes that the recipient has read it, and gives what it says. */
  async read(caller: Caller): Promise<Result<string, CorrespondenceRefusal>> {
    await this.#publishIfDue()
    const taken = this.#byRecipient(caller, read)
    return taken.ok ? ok(taken.value.message?.body ?? '') : taken
  }

  /** Notes that the recipient downloads an attachment whose file is here, and gives the file's name. */
  async download(caller: Caller, attachmentId: string): Promise<Result<string, CorrespondenceRefusal | 'no-file'>> {
    await this.#publishIfDue()
    const attachment = this.#store.load()?.message?.attachments.find(({ id }) => id === attachmentId)
    const taken = this.#byRecipient(caller, (lifecycle, nowMs) =>
      attachment?.stored || !isAvailable(lifecycle) ? download(lifecycle, nowMs) : ok(lifecycle),
    )
    if (!taken.ok) return taken
    return attachment?.stored ? ok(attachment.fileName ?? '') : fail('no-file')
  }

  async confirm(caller: Caller): Promise<Result<undefined, CorrespondenceRefusal>> {
    await this.#publishIfDue()
    const taken = this.#byRecipient(caller, confirm)
    return taken.ok ? ok(undefined) : taken
  }

  /** Takes it away for good. Who may do both does what its state allows: as the sender until it is published. */
  async purge(caller: Caller): Promise<Result<undefined, CorrespondenceRefusal>> {
    const found = this.#store.load()
    if (!found) return fail('not-found')
    const { isSender, isRecipient } = rolesOf(caller, found.facts)
    if (!isSender && !isRecipient) return fail('not-found')
    if (isRecipient) await this.#publishIfDue()
    const { lifecycle: present } = this.#store.load() ?? found
    const asRecipient = isRecipient && (!isSender || isAvailable(present))
    const taken = this.#step((lifecycle, nowMs) => purge(lifecycle, asRecipient ? 'recipient' : 'sender', nowMs))
    return taken.ok ? ok(undefined) : taken
  }

  /** Takes someone out of it, and tells whether they were in it. */
  erase(recipient: NamedRecipient): Promise<boolean> {
    return eraseFrom(this.env, this.#store, recipient)
  }

  /** Does what has become due. Never throws: the platform gives up on an alarm that fails often enough. */
  override async alarm(): Promise<void> {
    this.#alarmAtMs = undefined
    try {
      await this.#settleOrForget()
    } catch (error) {
      // What is stored cannot be read: by this code, perhaps, and by the next deployment's it can.
      logError('correspondence-unreadable', error, { object: nameOf(this.ctx) })
      await this.ctx.storage.setAlarm(Date.now() + LONGEST_TASK_PAUSE_MS)
    }
  }

  async #settleOrForget(): Promise<void> {
    const isSettled = await this.#settle()
    const stored = this.#store.load()
    if (!stored) return
    const isOver = mayForget(stored.lifecycle, retentionOf(this.#opened().config, stored), Date.now())
    if (isOver && (await triesRelease(this.env, stored))) return forget(this.env, this.#store, stored)
    const isListed = isOver || (await followInListing(this.env, this.#store))
    this.#wake(isSettled && isListed && !isOver ? 0 : pauseOf(stored, Date.now()))
  }

  #byRecipient(
    caller: Caller,
    step: (lifecycle: CorrespondenceLifecycle, nowMs: number) => Result<CorrespondenceLifecycle, CorrespondenceRefusal>,
  ): Result<StoredCorrespondence, CorrespondenceRefusal> {
    const stored = this.#store.load()
    if (!stored || !rolesOf(caller, stored.facts).isRecipient) return fail('not-found')
    return this.#step(step)
  }

  /** Takes a step, stores it, and has done at once what it asks for. */
  #step(
    step: (lifecycle: CorrespondenceLifecycle, nowMs: number) => Result<CorrespondenceLifecycle, CorrespondenceRefusal>,
  ): Result<StoredCorrespondence, CorrespondenceRefusal> {
    const stored = this.#store.load()
    if (!stored) return fail('not-found')
    const next = step(stored.lifecycle, Date.now())
    if (!next.ok) return next
    this.#save(next.value)
    return ok(this.#store.load() ?? stored)
  }

  #save(lifecycle: CorrespondenceLifecycle): void {
    const before = this.#store.load()
    if (!before || before.lifecycle === lifecycle) return
    this.#store.saveLifecycle(lifecycle)
    const { correspondenceId, organization, traceId } = before.facts
    const to = currentStatus(lifecycle).status
    if (to !== currentStatus(before.lifecycle).status)
      log('info', 'correspondence', { correspondenceId, organization, to, traceId })
    this.#wake()
  }

  /** A request at the very moment of publication sees it published, even if the alarm is late. */
  async #publishIfDue(): Promise<void> {
    if (this.#pendingTask() === 'publish') await this.#settle()
  }

  #pendingTask(): PendingTask | undefined {
    const stored = this.#store.load()
    return stored && pendingTaskOf(stored.lifecycle, Date.now())
  }

  /** Does all that is due, one task after the other; `false` if something must be tried again. */
  #settle(): Promise<boolean> {
    this.#settling ??= this.#work().finally(() => {
      this.#settling = undefined
    })
    return this.#settling
  }

  async #work(): Promise<boolean> {
    try {
      return await reconcile(this.#dependencies)
    } catch (error) {
      logError('correspondence-failed', error, { object: nameOf(this.ctx) })
      return false
    }
  }

  /** Sets the alarm: for what is due now, for publication, or for erasure. An earlier one will do. */
  #wake(pauseMs = 0): void {
    const stored = this.#store.load()
    if (!stored) return
    const todo = { hasTask: this.#pendingTask() !== undefined, isListed: this.#store.isListed(), pauseMs }
    const atMs = nextWakeMs(stored, retentionOf(this.#opened().config, stored), todo, Date.now())
    if (this.#alarmAtMs !== undefined && this.#alarmAtMs <= atMs) return
    this.#alarmAtMs = atMs
    void this.ctx.storage.setAlarm(atMs)
  }
}
