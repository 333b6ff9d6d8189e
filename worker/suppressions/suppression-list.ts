import { DurableObject } from 'cloudflare:workers'
import { MS_PER_DAY } from '@straks/shared'
import { addressKey } from '../domain/recipient-key.ts'
import { KeyedHash } from '../platform/keyed-hash.ts'
import { log } from '../platform/log.ts'
import { sqlOf } from '../platform/sql.ts'
import { type Suppression, type SuppressionReason, SuppressionStore } from './suppression-store.ts'

/**
 * How long an address is not mailed. A mailbox that is gone may be given to another person in time; a complaint is a wish.
 */
const KEPT_MS: Readonly<Record<SuppressionReason, number>> = {
  'hard-bounce': 90 * MS_PER_DAY,
  complaint: 365 * MS_PER_DAY,
  operator: 365 * MS_PER_DAY,
}

/** All that tells whether an address is suppressed; `version` says whether it has changed. */
export type Snapshot = {
  readonly version: number
  readonly hashKey: string
  /** What code of the deployment before asks for, which calls this object for a while after a deployment. */
  readonly ids: readonly string[]
  /** Each address by its hash, and when its suppression ends: an end that passes changes no version. */
  readonly ends?: Map<string, number>
}

/** The addresses that mail of one organisation does not go to, by keyed hashes: no address is stored. */
export class SuppressionList extends DurableObject<Env> {
  readonly #store: SuppressionStore

  constructor(ctx: DurableObjectState, env: Env) {
    super(ctx, env)
    this.#store = ctx.storage.transactionSync(() => new SuppressionStore(sqlOf(ctx.storage.sql)))
  }

  /** Adds an address that mail came back from, whose owner complained, or that an operator has named. */
  async add(organization: string, address: string, reason: SuppressionReason): Promise<void> {
    if (this.#store.hashKey === undefined)
      this.ctx.storage.transactionSync(() => this.#store.create(KeyedHash.newKey()))
    const id = await this.#idOf(address)
    if (id === undefined) return
    const nowMs = Date.now()
    this.#store.erase(nowMs)
    this.#store.add({ id, reason, sinceMs: nowMs, untilMs: nowMs + KEPT_MS[reason] })
    log('info', 'suppressed', { organization, reason })
  }

  /** The suppression of an address, if there is one. */
  async find(address: string): Promise<Suppression | undefined> {
    const id = await this.#idOf(address)
    return this.list().find((one) => one.id === id)
  }

  list(): readonly Suppression[] {
    return this.#store.all(Date.now())
  }

  /** Lets an address be mailed again; says whether it was suppressed. */
  remove(id: string): boolean {
    return this.#store.remove(id)
  }

  /** The same by the address, for the erasure of a person. */
  async forget(address: string): Promise<boolean> {
    const id = await this.#idOf(address)
    return id !== undefined && this.#store.remove(id)
  }

  /** What has changed since a version; `undefined` where nothing has. */
  snapshot(knownVersion: number): Snapshot | undefined {
    const { version, hashKey } = this.#store
    if (version === knownVersion || hashKey === undefined) return undefined
    const list = this.list()
    const ends = new Map(list.map(({ id, untilMs }) => [id, untilMs]))
    return { version, hashKey, ids: list.map(({ id }) => id), ends }
  }

  async #idOf(address: string): Promise<string | undefined> {
    const { hashKey } = this.#store
    return hashKey === undefined ? undefined : new KeyedHash(hashKey).of(addressKey('email', address))
  }
}
