import type { Box } from '../platform/content-box.ts'
import { migrateKeysIfAny, numberKeys, type Schema } from '../platform/migrations.ts'
import { type CorrespondenceLifecycle, currentStatus, isPurged } from './lifecycle.ts'
import { type NotificationPlan, withoutTexts } from './notification-plan.ts'
import type { Facts, Message, NewCorrespondence, StoredCorrespondence } from './record.ts'
import type { CorrespondenceStatus } from './status.ts'

/** Each part has a key of its own, so that a step of the lifecycle does not write the message anew. */
const [FACTS, MESSAGE, LIFECYCLE, NOTIFICATION, LISTED] = [
  'facts',
  'message',
  'lifecycle',
  'notification',
  'listed',
] as const

/** A part that is sealed, or was stored before there were seals. */
type Stored<Part> = string | Part

/** Version 1, the first: nothing is to be done to come to it. */
const FIRST = () => undefined

const SCHEMA: Schema<SyncKvStorage> = {
  steps: [FIRST],
  unnumbered: (kv) => (kv.get(FACTS) === undefined ? 0 : 1),
}

/** The storage of one correspondence. What it has written itself and reads back needs no second judge. */
export class CorrespondenceStore {
  readonly #storage: DurableObjectStorage
  readonly #box: Box
  /** What is stored, once it has been read: there is no other writer. */
  #known: StoredCorrespondence | undefined
  #listed: CorrespondenceStatus | undefined

  constructor(storage: DurableObjectStorage, box: Box) {
    this.#storage = storage
    this.#box = box
  }

  /** What is stored; `undefined` in an object that was never given anything. Writes nothing. */
  load(): StoredCorrespondence | undefined {
    this.#known ??= this.#read()
    return this.#known
  }

  create(correspondence: NewCorrespondence): void {
    const { facts, message, lifecycle, notification } = correspondence
    const { kv } = this.#storage
    numberKeys(kv, SCHEMA)
    kv.put(FACTS, facts)
    kv.put(MESSAGE, this.#seal(message))
    kv.put(LIFECYCLE, lifecycle)
    if (notification) kv.put(NOTIFICATION, this.#seal(notification))
    this.#known = correspondence
  }

  /**
   * Stores the next step, and erases what is no longer needed: the message with its purge, the words of its
   * notification once they are in the ledgers' hands.
   */
  saveLifecycle(lifecycle: CorrespondenceLifecycle): void {
    const before = this.load()
    if (!before || before.lifecycle === lifecycle) return
    const { kv } = this.#storage
    const purged = isPurged(lifecycle)
    const spoken = before.notification && (purged || lifecycle.placement === 'finished')
    const notification = spoken ? withoutTexts(before.notification) : before.notification
    kv.put(LIFECYCLE, lifecycle)
    if (notification && spoken) kv.put(NOTIFICATION, this.#seal(notification))
    if (purged) kv.delete(MESSAGE)
    this.#known = { ...before, lifecycle, notification, message: purged ? undefined : before.message }
  }

  /** Stores who is told of the message, and what is known of it, after someone has been erased. */
  saveErased(parties: NotificationPlan['parties'], facts: Facts): void {
    const before = this.load()
    if (!before?.notification) return
    const notification = { ...before.notification, parties }
    this.#storage.kv.put(NOTIFICATION, this.#seal(notification))
    this.#storage.kv.put(FACTS, facts)
    this.#known = { ...before, facts, notification }
  }

  /** Whether the listing has its status. */
  isListed(): boolean {
    const stored = this.load()
    return stored !== undefined && this.#toldListing() === currentStatus(stored.lifecycle).status
  }

  /** Whether the listing has been told of it. */
  wasListed(): boolean {
    return this.#toldListing() !== undefined
  }

  /** Notes which status the listing has. */
  noteListed({ lifecycle }: StoredCorrespondence): void {
    this.#listed = currentStatus(lifecycle).status
    this.#storage.kv.put(LISTED, this.#listed)
  }

  #toldListing(): CorrespondenceStatus | undefined {
    this.#listed ??= this.#storage.kv.get<CorrespondenceStatus>(LISTED)
    return this.#listed
  }

  async forget(): Promise<void> {
    this.#known = undefined
    this.#listed = undefined
    await this.#storage.deleteAll()
  }

  #read(): StoredCorrespondence | undefined {
    const { kv } = this.#storage
    if (!this.#storage.transactionSync(() => migrateKeysIfAny(kv, SCHEMA))) return undefined
    const facts = kv.get<StoredCorrespondence['facts']>(FACTS)
    const lifecycle = kv.get<CorrespondenceLifecycle>(LIFECYCLE)
    if (!facts || !lifecycle) return undefined
    const message = this.#open(kv.get<Stored<Message>>(MESSAGE))
    const notification = this.#open(kv.get<Stored<NotificationPlan>>(NOTIFICATION))
    return { facts, lifecycle, message, notification }
  }

  #seal(part: Message | NotificationPlan): string {
    return this.#box.seal(JSON.stringify(part))
  }

  /** What was stored before there were seals is there as it is. */
  #open<Part extends object>(stored: Stored<Part> | undefined): Part | undefined {
    return typeof stored === 'string' ? JSON.parse(this.#box.open(stored)) : stored
  }
}
