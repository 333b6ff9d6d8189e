import { DurableObject } from 'cloudflare:workers'
import { fail, MS_PER_DAY, ok, type Result } from '@straks/shared'
import { Eraser, type NamedRecipient } from '../domain/erasure.ts'
import type { Config } from '../platform/config.ts'
import { configOf } from '../platform/config-of.ts'
import { failAtUse } from '../platform/fail-at-use.ts'
import { Limiter } from '../platform/limiter.ts'
import { log, logError } from '../platform/log.ts'
import { nameOf } from '../platform/object-name.ts'
import { correspondenceOf, OBJECTS_AT_ONCE } from '../platform/objects.ts'
import { AttachmentStore } from './attachment-store.ts'
import {
  type AttachmentRefusal,
  currentEvent,
  expiresAtMs,
  failUpload,
  initialised,
  mayLink,
  publish,
  purge,
  startUpload,
  UPLOAD_LEASE_MS,
  type UploadFailure,
} from './lifecycle.ts'
import {
  type AttachmentDescription,
  type AttachmentFacts,
  type AttachmentLifecycle,
  type AttachmentView,
  type StoredFile,
  withoutNames,
} from './record.ts'

/** How soon work that could not be done is tried again. */
const PAUSE_MS = 60_000

/** How long a file that came with a form is kept that no correspondence got in the end. */
const STAGED_MS = 2 * UPLOAD_LEASE_MS

/** How long an announced correspondence has to be created, before it is asked whether it was. */
const ANNOUNCED_MS = 600_000

/** Correspondences that an attachment names: an answer must have an end. */
const SHOWN_LINKS_MAX = 10_000

/**
 * Keeps what is known of one attachment: its file is in the bucket. What each event does is decided in `lifecycle.ts`; this
 * class stores, erases and forgets.
 */
export class Attachment extends DurableObject<Env> {
  readonly #store: AttachmentStore
  readonly #config: () => Config

  constructor(ctx: DurableObjectState, env: Env) {
    super(ctx, env)
    this.#store = new AttachmentStore(ctx.storage)
    this.#config = failAtUse(() => configOf(env))
  }

  async create(facts: AttachmentFacts): Promise<void> {
    if (this.#store.load()) throw new Error('The id of a new attachment is taken')
    this.#store.create({ facts, lifecycle: initialised(facts.createdAtMs) })
    await this.#wake()
  }

  /** Shows it to the organisation whose it is. */
  view(organization: string): AttachmentView | undefined {
    const stored = this.#store.load()
    return stored?.facts.organization === organization ? stored : undefined
  }

  /** The correspondences that have it. */
  correspondenceIds(): readonly string[] {
    return this.#store.links(SHOWN_LINKS_MAX)
  }

  /** Its file, for a caller whom a correspondence has let through; `undefined` where there is none. */
  file(): StoredFile | undefined {
    const stored = this.#store.load()
    return stored && currentEvent(stored.lifecycle).status === 'Published' ? stored.lifecycle.file : undefined
  }

  /** Lets an upload begin, whose file will have this key. */
  async startUpload(organization: string, key: string): Promise<Result<AttachmentFacts, AttachmentRefusal>> {
    const stored = this.view(organization)
    if (!stored) return fail('not-found')
    const started = startUpload(stored.lifecycle, key, Date.now())
    if (!started.ok) return started
    await this.#save(started.value)
    return ok(stored.facts)
  }

  /** Publishes it with its file; `false` where the upload has been given up, so that the file is to be erased. */
  async finishUpload(file: StoredFile): Promise<boolean> {
    const stored = this.#store.load()
    const published = stored && publish(stored.lifecycle, file, Date.now())
    if (published) await this.#save(published)
    return published !== undefined
  }

  async failUpload(key: string, why: UploadFailure): Promise<void> {
    const stored = this.#store.load()
    if (stored) await this.#save(failUpload(stored.lifecycle, key, why, Date.now()))
  }

  /**
   * Gives it to correspondences that are about to be created: it cannot be purged from now on. The token is the request's:
   * two that have the same idempotency key do not meddle with each other.
   */
  async announce(
    organization: string,
    token: string,
    correspondenceIds: readonly string[],
    description?: AttachmentDescription,
  ): Promise<Result<AttachmentView, AttachmentRefusal>> {
    const stored = this.view(organization)
    if (!stored) return fail('not-found')
    const allowed = mayLink(stored.lifecycle)
    if (!allowed.ok) return allowed
    if (description) this.#store.saveFacts({ ...stored.facts, ...description })
    this.#store.announce(token, { correspondenceIds, atMs: Date.now() })
    await this.#wake()
    return ok(this.#store.load() ?? stored)
  }

  /** The correspondences that a request announced are there. */
  async confirm(token: string): Promise<void> {
    const announcement = this.#store.takeAnnouncement(token)
    if (announcement) await this.#link(announcement.correspondenceIds)
  }

  /** The correspondences that a request announced will not come. */
  async takeBack(token: string): Promise<void> {
    this.#store.takeAnnouncement(token)
    await this.#wake()
  }

  /** Takes someone out of its names and its reference. */
  erase(recipient: NamedRecipient): void {
    const stored = this.#store.load()
    if (stored) this.#store.saveFacts(withoutNames(stored.facts, new Eraser(recipient)))
  }

  /** Takes it from correspondences that are no more. The last one takes its file with it. */
  async unlink(correspondenceIds: readonly string[]): Promise<void> {
    if (!this.#store.removeLinks(correspondenceIds)) return
    const stored = this.#store.load()
    if (!stored || this.#store.isLinked()) return
    const purged = purge(stored.lifecycle, Date.now())
    if (purged.ok) await this.#save(purged.value)
  }

  /** Takes it away for good, unless a correspondence has it. */
  async purge(organization: string): Promise<Result<undefined, AttachmentRefusal>> {
    const stored = this.view(organization)
    if (!stored) return fail('not-found')
    const purged = this.#purged(stored.lifecycle)
    if (!purged.ok) return purged
    await this.#save(purged.value)
    return ok(undefined)
  }

  /** Does what has become due. Never throws: the platform gives up on an alarm that fails often enough. */
  override async alarm(): Promise<void> {
    try {
      await this.#askAnnounced()
      await this.#expire()
      await this.#eraseFile()
      await this.#wake()
    } catch (error) {
      logError('attachment-failed', error, { object: nameOf(this.ctx) })
      await this.ctx.storage.setAlarm(Date.now() + PAUSE_MS)
    }
  }

  #purged(lifecycle: AttachmentLifecycle): Result<AttachmentLifecycle, AttachmentRefusal> {
    const purged = purge(lifecycle, Date.now())
    return purged.ok && this.#store.isLinked() ? fail('linked') : purged
  }

  async #save(lifecycle: AttachmentLifecycle): Promise<void> {
    const before = this.#store.load()
    if (!before || before.lifecycle === lifecycle) return
    this.#store.saveLifecycle(lifecycle)
    const { attachmentId, organization, traceId } = before.facts
    log('info', 'attachment', { attachmentId, organization, to: currentEvent(lifecycle).status, traceId })
    await this.#wake()
  }

  async #link(correspondenceIds: readonly string[]): Promise<void> {
    const stored = this.#store.load()
    if (stored?.facts.isStaged) this.#store.saveFacts({ ...stored.facts, isStaged: undefined })
    this.#store.addLinks(correspondenceIds)
    await this.#wake()
  }

  /** Asks correspondences that were announced whether they have it: their request may have ended before it told. */
  async #askAnnounced(): Promise<void> {
    const { attachmentId } = this.#store.load()?.facts ?? {}
    for (const [token, { correspondenceIds, atMs }] of this.#store.announcements()) {
      if (attachmentId === undefined || Date.now() < atMs + ANNOUNCED_MS) continue
      const have = await new Limiter(OBJECTS_AT_ONCE).map(
        correspondenceIds,
        async (id) => await correspondenceOf(this.env, id).holds(attachmentId),
      )
      this.#store.takeAnnouncement(token)
      const holders = correspondenceIds.filter((_, index) => have[index])
      if (holders.length > 0) await this.#link(holders)
    }
  }

  /** Ends an upload that takes too long, purges what no correspondence has, and forgets what is purged: each in its time. */
  async #expire(): Promise<void> {
    const stored = this.#store.load()
    if (!stored || Date.now() < this.#expiresAtMs(stored)) return
    const { lifecycle } = stored
    if (lifecycle.uploadKey !== undefined) {
      await this.#save(failUpload(lifecycle, lifecycle.uploadKey, 'storage', Date.now()))
      return
    }
    const purged = this.#purged(lifecycle)
    if (purged.ok) await this.#save(purged.value)
    else if (purged.failure === 'purged' && !lifecycle.file) await this.#store.forget()
  }

  async #eraseFile(): Promise<void> {
    const stored = this.#store.load()
    if (!stored?.lifecycle.file || currentEvent(stored.lifecycle).status !== 'Purged') return
    await this.env.ATTACHMENT_FILES.delete(stored.lifecycle.file.key)
    this.#store.saveLifecycle({ ...stored.lifecycle, file: undefined })
  }

  /** When something is to be done about it that no one asks for. */
  #expiresAtMs({ facts, lifecycle }: AttachmentView): number {
    if (lifecycle.uploadKey !== undefined) return currentEvent(lifecycle).atMs + UPLOAD_LEASE_MS
    const isPurged = currentEvent(lifecycle).status === 'Purged'
    if (isPurged && lifecycle.file) return 0
    if (!isPurged && this.#store.isLinked()) return Number.POSITIVE_INFINITY
    const retentionMs = facts.isStaged ? STAGED_MS : this.#config().retentionDays * MS_PER_DAY
    return expiresAtMs(lifecycle, retentionMs)
  }

  /** Sets the alarm to the next thing that is due by itself. */
  async #wake(): Promise<void> {
    const stored = this.#store.load()
    if (!stored) return
    const announced = this.#store.announcements().map(([, { atMs }]) => atMs + ANNOUNCED_MS)
    const atMs = Math.min(this.#expiresAtMs(stored), ...announced)
    if (atMs === Number.POSITIVE_INFINITY) await this.ctx.storage.deleteAlarm()
    else await this.ctx.storage.setAlarm(Math.max(atMs, Date.now()))
  }
}
