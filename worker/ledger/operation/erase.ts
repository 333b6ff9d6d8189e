import { giveUp } from '../../domain/delivery.ts'
import type { Eraser } from '../../domain/erasure.ts'
import { toUuid } from '../../domain/order-id.ts'
import { awaitsPreparation } from '../../domain/shipment.ts'
import { squeezed } from '../../platform/sql.ts'
import { theirPlaces } from '../erased-shipment.ts'
import type { LiveMessage, LiveShipment } from '../records.ts'
import type { StatusChange } from '../status-change.ts'
import { unlessUnreadable } from '../stored.ts'
import type { LedgerTables } from '../tables.ts'

/** What was taken out of a ledger. */
export type LedgerErasure = {
  /** Messages to the recipient, and orders to them that have made none. */
  readonly deliveries: number
  readonly deadLetters: number
  /** Orders and messages to others that referred to the recipient, and do not any more. */
  readonly references: number
  /** Shipments that were to them: the feed, which may not say so, is to erase them whole. */
  readonly shipmentIds: readonly string[]
}

/** What one step took out, and where the next one begins; `undefined` where there is none. */
export type ErasureStep = LedgerErasure & {
  readonly changes: readonly StatusChange[]
  readonly next: string | undefined
}

/** Rows that one step reads. */
const STEP_ROWS = 200

/** What cannot be read comes last: it is what still names the recipient then. */
const PARTS: readonly string[] = ['messages', 'shipments', 'ended', 'unreadable']

const PLACE = /^(messages|shipments|ended|unreadable) (.*)$/

const NOTED = { event: 'given-up', reason: 'erased' } as const

/**
 * Takes a recipient out of a ledger, some rows at a step. What is under way to them ends; what has ended keeps its place,
 * its key and its status, so that a replay still finds it and the feed misses no number.
 */
export class LedgerEraser {
  readonly #tables: LedgerTables
  readonly #eraser: Eraser
  readonly #nowMs: number
  #deliveries = 0
  #deadLetters = 0
  #references = 0
  readonly #shipmentIds: string[] = []
  readonly #changes: StatusChange[] = []

  constructor(tables: LedgerTables, eraser: Eraser, nowMs: number) {
    this.#tables = tables
    this.#eraser = eraser
    this.#nowMs = nowMs
  }

  step(cursor: string | undefined): ErasureStep {
    const [, part = 'messages', key = ''] = PLACE.exec(cursor ?? '') ?? []
    const last = this.#eraseSome(part, key)
    const following = PARTS[PARTS.indexOf(part) + 1]
    const atEnd = following === undefined ? undefined : `${following} `
    return {
      deliveries: this.#deliveries,
      deadLetters: this.#deadLetters,
      references: this.#references,
      shipmentIds: this.#shipmentIds,
      changes: this.#changes,
      next: last === undefined ? atEnd : `${part} ${last}`,
    }
  }

  #eraseSome(part: string, key: string): string | number | undefined {
    const { messages, shipments, ended } = this.#tables
    const sieve = { text: this.#eraser.sieve, columnAs: squeezed }
    if (part === 'messages') {
      const page = messages.instantAfter(key, STEP_ROWS, sieve)
      for (const message of page.rows) unlessUnreadable(() => this.#eraseInstant(message))
      return page.last
    }
    if (part === 'shipments') {
      const page = shipments.after(key, STEP_ROWS)
      for (const live of page.rows) unlessUnreadable(() => this.#eraseLive(live))
      return page.last
    }
    if (part === 'unreadable') {
      this.#deliveries += messages.forgetNamed(this.#eraser)
      shipments.blankNamed(this.#eraser)
      return undefined
    }
    const page = ended.numbersBefore(key === '' ? Number.MAX_SAFE_INTEGER : Number(key), STEP_ROWS, sieve)
    for (const sequence of page.rows) this.#eraseEnded(sequence)
    return page.last
  }

  #eraseInstant(message: LiveMessage): void {
    if (this.#eraser.isIn(message.destination)) {
      this.#end(message)
      return
    }
    const { hasChanged } = this.#tables.messages.rewrite(message.address, (facts) => this.#eraser.scrub(facts))
    this.#references += Number(hasChanged)
  }

  #eraseLive(live: LiveShipment): void {
    const { messages, shipments } = this.#tables
    const { address, plan, shipment } = live
    const places = theirPlaces(this.#eraser, plan.recipient)
    const isList = plan.recipient.kind === 'list'
    const isTheirs = !isList && places.size > 0
    const all = messages.ofShipment(address)
    const concerned = all.filter(
      ({ destination, recipient }) =>
        this.#eraser.isIn(destination) || (recipient !== undefined && places.has(recipient)),
    )
    const isOfMany = isList || (plan.recipient.kind === 'organization' && !isTheirs)
    if (!isTheirs && concerned.length === 0) {
      const named = shipments.rewrite(address, this.#eraser)
      if (places.size > 0) this.#deliveries++
      else this.#references += Number(named)
      return
    }
    if (awaitsPreparation(shipment) && !isList) this.#tables.endShipment(live, 'cancelled', [], this.#nowMs)
    for (const message of isOfMany ? concerned : all) this.#end(message)
    if (!shipments.find(address)) return
    // Others of the organisation, or of the list, are still on their way.
    shipments.rewrite(address, this.#eraser)
    for (const { address: place } of concerned)
      this.#deliveries += messages.rewrite(place, (facts) => this.#eraser.scrubWhole(facts)).destinations
  }

  #end(message: LiveMessage): void {
    const noted = [{ atMs: this.#nowMs, ...NOTED }]
    const changes = this.#tables.saveMessage(message, giveUp(message.delivery, this.#nowMs), this.#nowMs, noted)
    for (const change of changes) this.#changes.push(change)
  }

  #eraseEnded(sequence: number): void {
    const { ended, deadLetters } = this.#tables
    const erased = ended.rewrite(sequence, this.#eraser)
    if (!erased) return
    this.#deliveries += erased.destinations
    // Another's message whose reference names them is told in the feed as it was, but for the reference.
    if (erased.destinations === 0) this.#references++
    else this.#shipmentIds.push(toUuid(erased.address))
    this.#deadLetters += deadLetters.forget(erased.address)
  }
}
