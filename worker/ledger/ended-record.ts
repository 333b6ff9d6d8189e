import type { EndedShipment } from './records.ts'

/** Characters of a record; a row of the platform's has two megabytes, and an address may take several bytes a character. */
const RECORD_MAX_LENGTH = 1_000_000

/** Messages that are still told of a shipment that had more than a row can hold. */
const MESSAGES_KEPT = 3_000

/**
 * What is kept of a shipment that has ended, as JSON. One with more than a row can hold loses what only operators read,
 * and at last the messages beyond the first thousands: a shipment that could not be stored would never end.
 */
export function toRecord(shipment: Omit<EndedShipment, 'address'>): string {
  const whole = JSON.stringify(shipment)
  if (whole.length <= RECORD_MAX_LENGTH) return whole
  const { trails, ...told } = shipment
  const withoutTrails = JSON.stringify(told)
  if (withoutTrails.length <= RECORD_MAX_LENGTH) return withoutTrails
  return JSON.stringify({ ...told, deliveries: told.deliveries.slice(0, MESSAGES_KEPT) })
}
