import { isPurged, type Lifecycle } from './lifecycle.ts'
import { withoutTexts } from './notification-plan.ts'
import type { NewCorrespondence, StoredCorrespondence } from './record.ts'

/** Each part has a key of its own, so that a step of the lifecycle does not write the message anew. */
const [FACTS, MESSAGE, LIFECYCLE, NOTIFICATION] = ['facts', 'message', 'lifecycle', 'notification'] as const

/** The storage of one correspondence. What it has written itself and reads back needs no second judge. */
export class CorrespondenceStore {
  readonly #storage: DurableObjectStorage
  /** What is stored, once it has been read: nobody else writes. */
  #known: StoredCorrespondence | undefined

  constructor(storage: DurableObjectStorage) {
    this.#storage = storage
  }

  /** What is stored; `undefined` in an object that was never given anything. Writes nothing. */
  load(): StoredCorrespondence | undefined {
    this.#known ??= this.#read()
    return this.#known
  }

  create(correspondence: NewCorrespondence): void {
    const { facts, message, lifecycle, notification } = correspondence
    const { kv } = this.#storage
    kv.put(FACTS, facts)
    kv.put(MESSAGE, message)
    kv.put(LIFECYCLE, lifecycle)
    if (notification) kv.put(NOTIFICATION, notification)
    this.#known = correspondence
  }

  /**
   * Stores the next step. What nobody may have any longer goes with it: the message with its purge, the words of its
   * notification once they are in the ledgers' hands.
   */
  saveLifecycle(lifecycle: Lifecycle): void {
    const before = this.load()
    if (!before || before.lifecycle === lifecycle) return
    const { kv } = this.#storage
    const purged = isPurged(lifecycle)
    const spoken = before.notification && (purged || lifecycle.placement === 'finished')
    const notification = spoken ? withoutTexts(before.notification) : before.notification
    kv.put(LIFECYCLE, lifecycle)
    if (spoken) kv.put(NOTIFICATION, notification)
    if (purged) kv.delete(MESSAGE)
    this.#known = { ...before, lifecycle, notification, message: purged ? undefined : before.message }
  }

  async forget(): Promise<void> {
    this.#known = undefined
    await this.#storage.deleteAll()
  }

  #read(): StoredCorrespondence | undefined {
    const { kv } = this.#storage
    const facts = kv.get<StoredCorrespondence['facts']>(FACTS)
    const lifecycle = kv.get<Lifecycle>(LIFECYCLE)
    if (!facts || !lifecycle) return undefined
    const message = kv.get<NonNullable<StoredCorrespondence['message']>>(MESSAGE)
    const notification = kv.get<NonNullable<StoredCorrespondence['notification']>>(NOTIFICATION)
    return { facts, lifecycle, message, notification }
  }
}
