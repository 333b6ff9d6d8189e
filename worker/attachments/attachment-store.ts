import { migrateKeysIfAny, numberKeys, type Schema } from '../platform/migrations.ts'
import type { AttachmentFacts, AttachmentLifecycle, AttachmentView } from './record.ts'

const [FACTS, LIFECYCLE] = ['facts', 'lifecycle'] as const

/** A correspondence that has the attachment. */
const LINK = 'link:'

/** Correspondences of one request that are to have it, and may never be created. */
const ANNOUNCED = 'announced:'

/** Correspondences that are about to be created. */
type Announcement = { readonly correspondenceIds: readonly string[]; readonly atMs: number }

/** Version 1, the first: nothing is to be done to come to it. */
const FIRST = () => undefined

const SCHEMA: Schema<SyncKvStorage> = { steps: [FIRST], unnumbered: () => 0 }

/** The storage of one attachment. What it has written itself and reads back needs no second judge. */
export class AttachmentStore {
  readonly #storage: DurableObjectStorage
  #known: AttachmentView | undefined

  constructor(storage: DurableObjectStorage) {
    this.#storage = storage
  }

  /** What is stored; `undefined` in an object that was never given anything. Writes nothing. */
  load(): AttachmentView | undefined {
    this.#known ??= this.#read()
    return this.#known
  }

  create(view: AttachmentView): void {
    numberKeys(this.#storage.kv, SCHEMA)
    this.#storage.kv.put(FACTS, view.facts)
    this.#storage.kv.put(LIFECYCLE, view.lifecycle)
    this.#known = view
  }

  saveFacts(facts: AttachmentFacts): void {
    const before = this.load()
    if (!before) return
    this.#storage.kv.put(FACTS, facts)
    this.#known = { ...before, facts }
  }

  saveLifecycle(lifecycle: AttachmentLifecycle): void {
    const before = this.load()
    if (!before || before.lifecycle === lifecycle) return
    this.#storage.kv.put(LIFECYCLE, lifecycle)
    this.#known = { ...before, lifecycle }
  }

  announce(token: string, announcement: Announcement): void {
    this.#storage.kv.put(ANNOUNCED + token, announcement)
  }

  /** Takes back what was announced, and gives it. */
  takeAnnouncement(token: string): Announcement | undefined {
    const announcement = this.#storage.kv.get<Announcement>(ANNOUNCED + token)
    this.#storage.kv.delete(ANNOUNCED + token)
    return announcement
  }

  addLinks(correspondenceIds: readonly string[]): void {
    for (const id of correspondenceIds) this.#storage.kv.put(LINK + id, true)
  }

  /** Forgets that correspondences have it; says whether any of them had. */
  removeLinks(correspondenceIds: readonly string[]): boolean {
    return correspondenceIds.map((id) => this.#storage.kv.delete(LINK + id)).includes(true)
  }

  /** Whether a correspondence has it, or is about to. */
  isLinked(): boolean {
    return [LINK, ANNOUNCED].some((prefix) => [...this.#storage.kv.list({ prefix, limit: 1 })].length > 0)
  }

  /** The correspondences that have it, `limit` at most. */
  links(limit: number): readonly string[] {
    return [...this.#storage.kv.list({ prefix: LINK, limit })].map(([key]) => key.slice(LINK.length))
  }

  /** What has been announced and neither confirmed nor taken back. */
  announcements(): readonly (readonly [token: string, announcement: Announcement])[] {
    const rows = [...this.#storage.kv.list<Announcement>({ prefix: ANNOUNCED })]
    return rows.map(([key, announcement]) => [key.slice(ANNOUNCED.length), announcement])
  }

  async forget(): Promise<void> {
    this.#known = undefined
    await this.#storage.deleteAll()
  }

  #read(): AttachmentView | undefined {
    const { kv } = this.#storage
    if (!this.#storage.transactionSync(() => migrateKeysIfAny(kv, SCHEMA))) return undefined
    const facts = kv.get<AttachmentFacts>(FACTS)
    const lifecycle = kv.get<AttachmentLifecycle>(LIFECYCLE)
    return facts && lifecycle && { facts, lifecycle }
  }
}
