import { toHex } from './bytes.ts'

/** How many ledgers share one organisation's keys. Never changes, so nothing ever has to move. */
export const LEDGER_SLICES = 16

/**
 * Which keys can collide: instant SMS, e-mail and the deprecated route share theirs, ordinary orders have their own,
 * and the orders that correspondences place collide with neither. docs/altinn/notifications.md §3.3.
 */
export type KeyNamespace = 'instant' | 'order' | 'correspondence'

/** Raised when ids are to be derived differently; ids of the old version stay readable. */
const DERIVATION_VERSION = 1

const ORDER_ID_BYTES = 15
const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-8[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/
const REFERENCE = /^([0-9a-f-]{36})(?:\.([1-9]\d{0,4}))?$/i

/** What names an order inside its ledger: its UUID's hexadecimal digits without the last byte. */
export type OrderKey = string

/** A shipment's place: the first digit of the order's key names the slice, the number the shipment within the order. */
export type ShipmentAddress = { readonly orderKey: OrderKey; readonly number: number }

/**
 * A delivery's place: a shipment to one address is one delivery, to several, or in two channels, one for each.
 * Positions count from 0.
 */
export type DeliveryAddress = ShipmentAddress & { readonly position: number }

/** The numbers that the last byte of an id may have: the order itself, its main shipment, then its reminders. */
export const ORDER_NUMBER = 0
export const MAIN_SHIPMENT_NUMBER = 1

const encoder = new TextEncoder()

/** Joins fields so that no two lists of fields join to the same bytes. */
const join = (fields: readonly (string | number)[]): Uint8Array => encoder.encode(JSON.stringify(fields))

const digest = async (fields: readonly (string | number)[]): Promise<Uint8Array> =>
  new Uint8Array(await crypto.subtle.digest('SHA-256', join(fields)))

/**
 * Derives an order's key from what makes it unique, so that a retry finds the same order without any directory and
 * no raw key is ever stored. Version and variant bits are those of a UUID version 8 (RFC 9562).
 */
export async function deriveOrderKey(
  namespace: KeyNamespace,
  organization: string,
  idempotencyId: string,
): Promise<OrderKey> {
  return markAsUuid(
    (await digest([DERIVATION_VERSION, namespace, organization, idempotencyId])).slice(0, ORDER_ID_BYTES),
  )
}

/** Writes the version and variant bits of a UUID version 8 into the first bytes of one. */
function markAsUuid(bytes: Uint8Array): OrderKey {
  bytes[6] = ((bytes[6] ?? 0) & 0x0f) | 0x80
  bytes[8] = ((bytes[8] ?? 0) & 0x3f) | 0x80
  return toHex(bytes)
}

/**
 * The key of an order that has no idempotency key.
 *
 * @param chance 15 random bytes or more
 */
export const randomOrderKey = (chance: Uint8Array): OrderKey => markAsUuid(chance.slice(0, ORDER_ID_BYTES))

/**
 * Derives the mark by which a different request under a used key is recognised. The idempotency key, which is not
 * stored, goes into it: without that, a six-digit code could be guessed back from the mark.
 */
export async function deriveFingerprint(idempotencyId: string, request: string): Promise<string> {
  const FINGERPRINT_BYTES = 8
  return toHex((await digest([DERIVATION_VERSION, idempotencyId, request])).slice(0, FINGERPRINT_BYTES))
}

/** The UUID that clients see for an order (number 0) or one of its shipments. */
export function toUuid({ orderKey, number }: ShipmentAddress): string {
  const digits = orderKey + number.toString(16).padStart(2, '0')
  const group = (from: number, to: number): string => digits.slice(from, to)
  return `${group(0, 8)}-${group(8, 12)}-${group(12, 16)}-${group(16, 20)}-${group(20, 32)}`
}

/** The order or the shipment that a UUID names; `undefined` where it cannot name any. */
export function parseOrderId(text: string): ShipmentAddress | undefined {
  const uuid = text.toLowerCase()
  if (!UUID.test(uuid)) return undefined
  const digits = uuid.replaceAll('-', '')
  return { orderKey: digits.slice(0, -2), number: Number.parseInt(digits.slice(-2), 16) }
}

/** The shipment that a UUID names; `undefined` where it cannot name any. */
export function parseShipmentId(text: string): ShipmentAddress | undefined {
  const named = parseOrderId(text)
  return named?.number === ORDER_NUMBER ? undefined : named
}

/** What a delivery is called outside its ledger: the shipment's id, and for all but the first a number behind it. */
export const toReference = (address: DeliveryAddress, shipmentId = toUuid(address)): string =>
  address.position === 0 ? shipmentId : `${shipmentId}.${address.position}`

/** The delivery that a reference names; `undefined` where it cannot name any. */
export function parseReference(text: string): DeliveryAddress | undefined {
  const [, shipmentId = '', position = '0'] = REFERENCE.exec(text) ?? []
  const address = parseShipmentId(shipmentId)
  return address && { ...address, position: Number(position) }
}

/** The name of the ledger that keeps an order. The organisation comes from the caller's token, never from the id. */
export const ledgerName = (organization: string, orderKey: OrderKey): string =>
  `${orderKey.slice(0, 1)}/${organization}`

/** The names of all ledgers that share an organisation's keys. */
export const ledgerNames = (organization: string): readonly string[] =>
  Array.from({ length: LEDGER_SLICES }, (_, slice) => ledgerName(organization, slice.toString(16)))
