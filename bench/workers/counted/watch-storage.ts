import { aheadMs } from './clock.ts'
import { countStatement } from './counts.ts'

/** An object that has been used: what it is, and when its alarm rings by the Worker's clock. It outlives its storage. */
export type Watched = { readonly kind: string; readonly id: DurableObjectId; alarmAtMs: number | undefined }

/** By id, all that have been used. */
export const objects = new Map<string, Watched>()

const owners = new WeakMap<object, Watched>()

const kindOf = (own: object): string => owners.get(own)?.kind ?? 'unknown'

/** What a statement does to which table: `INSERT INTO entries`. */
const DOES =
  /\b(?:INSERT(?: OR \w+)? INTO|UPDATE|DELETE FROM|FROM|CREATE \w+|DROP TABLE(?: IF EXISTS)?|ALTER TABLE) +\w+/

/** Cursors whose rows are not counted yet: a cursor knows them once its reader is through. */
let open: { readonly name: string; readonly cursor: SqlStorageCursor<Record<string, SqlStorageValue>> }[] = []

/** Counts what cursors have read and written. */
export function settleCursors(): void {
  for (const { name, cursor } of open) countStatement(name, cursor.rowsRead, cursor.rowsWritten)
  open = []
}

function watchSql(prototype: SqlStorage): void {
  const { exec } = prototype
  prototype.exec = function <Row extends Record<string, SqlStorageValue>>(
    this: SqlStorage,
    text: string,
    ...values: unknown[]
  ) {
    const cursor = exec.call(this, text, ...values) as SqlStorageCursor<Row>
    const [does = text.slice(0, 20)] = DOES.exec(text) ?? []
    open.push({ name: `${kindOf(this)}: ${does}`, cursor })
    return cursor
  }
}

function watchKeys(prototype: SyncKvStorage): void {
  const { get, put, delete: remove } = prototype
  Object.assign(prototype, {
    get(this: SyncKvStorage, key: string) {
      countStatement(`${kindOf(this)}: a key read`, 1, 0)
      return get.call(this, key)
    },
    put(this: SyncKvStorage, key: string, value: unknown) {
      countStatement(`${kindOf(this)}: a key put`, 0, 1)
      put.call(this, key, value)
    },
    delete(this: SyncKvStorage, key: string) {
      countStatement(`${kindOf(this)}: a key deleted`, 0, 1)
      return remove.call(this, key)
    },
  })
}

/** The platform's own, which counts nothing. */
let forgetAlarm: DurableObjectStorage['deleteAlarm'] | undefined

/** Counts each alarm that is set as the row that it is billed as, and has it ring by the machine's clock. */
function watchAlarms(prototype: DurableObjectStorage): void {
  const { setAlarm, deleteAlarm } = prototype
  forgetAlarm = deleteAlarm
  Object.assign(prototype, {
    async getAlarm(this: DurableObjectStorage) {
      return owners.get(this)?.alarmAtMs ?? null
    },
    setAlarm(this: DurableObjectStorage, atMs: number) {
      const owner = owners.get(this)
      countStatement(`${kindOf(this)}: an alarm set`, 0, 1)
      if (owner) owner.alarmAtMs = atMs
      return setAlarm.call(this, atMs - aheadMs())
    },
    deleteAlarm(this: DurableObjectStorage) {
      const owner = owners.get(this)
      if (owner) owner.alarmAtMs = undefined
      return deleteAlarm.call(this)
    },
  })
}

let isWatching = false

/** Counts from now on what an object does with its storage. */
export function watchStorage(kind: string, { id, storage }: DurableObjectState): void {
  if (!isWatching) {
    isWatching = true
    watchSql(Object.getPrototypeOf(storage.sql))
    watchKeys(Object.getPrototypeOf(storage.kv))
    watchAlarms(Object.getPrototypeOf(storage))
  }
  const owner = objects.get(`${id}`) ?? { kind, id, alarmAtMs: undefined }
  objects.set(`${id}`, owner)
  for (const part of [storage, storage.sql, storage.kv]) owners.set(part, owner)
}

/** The alarm of an object rings: it is not set any more, whichever clock had it ring. */
export async function takeAlarm(storage: DurableObjectStorage): Promise<void> {
  const owner = owners.get(storage)
  if (owner) owner.alarmAtMs = undefined
  await forgetAlarm?.call(storage)
}
