import type { ShipmentAddress } from '../../domain/order-id.ts'
import { identitiesOf } from '../../domain/recipient-identity.ts'
import { ifReadable } from '../../platform/if-readable.ts'
import { small } from '../../platform/sql.ts'
import type { LedgerTables } from '../tables.ts'
import type { FoundShipment, InspectedShipment, OperatorShipment, SearchCriteria } from './contract.ts'
import { matchesCriteria, sieveOf } from './matches.ts'
import { inspectEnded, inspectInstant, inspectLive } from './operator-view.ts'

/** Rows that one step reads: a millisecond or two, after which messages are let in. */
const STEP_ROWS = 500

/** Dead letters are looked through in one go, the latest first. */
const MOST_DEAD = 500

/** The tables that a search goes through, in this order. */
const PARTS = ['messages', 'shipments', 'ended', 'dead'] as const

type Part = (typeof PARTS)[number]

/** A place in a search: behind a row of one of the parts. Its text is `part key`. */
type Place = { readonly part: Part; readonly key: string }

const write = ({ part, key }: Place): string => `${part} ${key}`

function read(cursor: string): Place | undefined {
  const [, name, key] = /^(\w+) (.*)$/.exec(cursor) ?? []
  const part = PARTS.find((one) => one === name)
  return part && { part, key: key ?? '' }
}

function partsOf({ state }: SearchCriteria): readonly Part[] {
  if (state === 'dead') return ['dead']
  if (state === 'unfinished' || state === 'uncertain') return ['messages', 'shipments']
  return state === undefined ? ['messages', 'shipments', 'ended'] : ['ended']
}

/** A row that was read, and who it was ordered for, where its shipment does not tell all of them. */
type Row = {
  readonly key: string
  readonly shipment: OperatorShipment
  readonly identities?: readonly string[] | undefined
}

/** What one step found, and where the next one begins; `undefined` where there is none. */
export type SearchStep = { readonly found: readonly FoundShipment[]; readonly next: string | undefined }

/** Names that were read, and where reading goes on; `undefined` at the end. */
export type RecipientStep = { readonly names: readonly string[]; readonly next: string | undefined }

/** Looks through a ledger for shipments, a few rows at a step: those under way first, then what ended, the latest first. */
export class Search {
  readonly #tables: LedgerTables
  readonly #criteria: SearchCriteria
  readonly #nowMs: number

  constructor(tables: LedgerTables, criteria: SearchCriteria, nowMs: number) {
    this.#tables = tables
    this.#criteria = criteria
    this.#nowMs = nowMs
  }

  /** The next step behind a place, or from the start. */
  step(cursor: string | undefined): SearchStep {
    const { part, rows, next } = this.#read(cursor)
    const found = rows.flatMap(({ key, shipment, identities }) =>
      matchesCriteria(shipment, this.#criteria, identities) ? [{ shipment, cursor: write({ part, key }) }] : [],
    )
    return { found, next }
  }

  /** The same, but only the names that the next rows have: who they are for, each of several, and where they go. */
  names(cursor: string | undefined): RecipientStep {
    const { rows, next } = this.#read(cursor)
    const names = rows.flatMap(({ shipment, identities = [shipment.recipient] }) => [
      ...identities,
      ...shipment.deliveries.map(({ destination }) => destination),
    ])
    return { names: [...new Set(names.filter((name) => name !== ''))], next }
  }

  /** Some rows behind a place, and the next place; `undefined` at the end. */
  #read(cursor: string | undefined): { part: Part; rows: readonly Row[]; next: string | undefined } {
    const parts = partsOf(this.#criteria)
    const place = cursor === undefined ? undefined : read(cursor)
    const part = place?.part ?? parts[0] ?? 'messages'
    if (!parts.includes(part)) return { part, rows: [], next: undefined }
    const { rows, last } = this.#rowsOf(part, place?.key ?? '')
    const following = parts[parts.indexOf(part) + 1]
    const nextPart = following === undefined ? undefined : write({ part: following, key: '' })
    return { part, rows, next: last === undefined ? nextPart : write({ part, key: last }) }
  }

  /** Some rows of a part behind a key, and the last key that was read; `undefined` at the end of the part. */
  #rowsOf(part: Part, after: string): { rows: Row[]; last: string | undefined } {
    const { messages, shipments, ended, deadLetters, organization } = this.#tables
    const text = sieveOf(this.#criteria)
    const sieve = text === undefined ? undefined : { text, columnAs: small }
    const keyOf = ({ orderKey, number }: ShipmentAddress): string => `${orderKey} ${number}`
    switch (part) {
      case 'messages': {
        const page = messages.instantAfter(after, STEP_ROWS, sieve)
        const rows = page.rows.flatMap((message) =>
          message.order
            ? [{ key: keyOf(message.address), shipment: inspectInstant(organization, message.order, message) }]
            : [],
        )
        return { rows, last: page.last }
      }
      case 'shipments': {
        const page = shipments.after(after, STEP_ROWS)
        const rows = page.rows.flatMap((live) => {
          const shipment = ifReadable(() =>
            inspectLive(organization, live, messages.ofShipment(live.address), this.#nowMs),
          )
          return shipment
            ? [{ key: keyOf(live.address), identities: identitiesOf(live.plan.recipient).flat(), shipment }]
            : []
        })
        return { rows, last: page.last }
      }
      case 'ended': {
        const page = ended.before(after === '' ? Number.MAX_SAFE_INTEGER : Number(after), STEP_ROWS, sieve)
        const rows = page.rows.map(({ sequence, shipment }) => ({
          key: String(sequence),
          identities: shipment.plan && identitiesOf(shipment.plan.recipient).flat(),
          shipment: inspectEnded(organization, shipment),
        }))
        return { rows, last: page.last === undefined ? undefined : String(page.last) }
      }
      case 'dead': {
        const all = deadLetters.latest(MOST_DEAD)
        const from = after === '' ? 0 : all.findIndex(({ address }) => keyOf(address) === after) + 1
        const rows = all.slice(from).flatMap(({ address }) => {
          const shipment = inspect(this.#tables, address, this.#nowMs)
          return shipment ? [{ key: keyOf(address), shipment }] : []
        })
        return { rows, last: undefined }
      }
    }
  }
}

/** A shipment with its timeline; `undefined` where there is none that can be read. */
export const inspect = (tables: LedgerTables, address: ShipmentAddress, nowMs: number) =>
  ifReadable(() => inspectReadable(tables, address, nowMs))

function inspectReadable(
  { organization, messages, shipments, ended }: LedgerTables,
  address: ShipmentAddress,
  nowMs: number,
): InspectedShipment | undefined {
  const message = messages.find({ ...address, position: 0 })
  if (message?.order) return inspectInstant(organization, message.order, message)
  const live = shipments.find(address)
  if (live) return inspectLive(organization, live, messages.ofShipment(address), nowMs)
  const over = ended.find(address)
  return over && inspectEnded(organization, over)
}
