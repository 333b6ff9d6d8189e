import { emailAddressKey } from '@straks/shared'
import { sieveOfAddress } from '../../domain/recipient-key.ts'
import { type DeliveryStatus, hasFailed } from '../../domain/status.ts'
import type { OperatorShipment, SearchCriteria, ShipmentState } from './contract.ts'

/** Whether what is stored names a recipient that is asked for, in lower case. A user name may have an address in it. */
const names = (stored: string, recipient: string): boolean => {
  const written = emailAddressKey(stored)
  return written === recipient || (written.startsWith('urn:') && written.endsWith(`:${recipient}`))
}

const isDelivered = (status: string): boolean => status.endsWith('_Delivered')

const hasState = ({ deliveries }: OperatorShipment, state: ShipmentState): boolean => {
  if (state === 'uncertain') return deliveries.some(({ isUnresolved }) => isUnresolved)
  const statuses = deliveries.map(({ status }): DeliveryStatus => status)
  if (state === 'failed') return statuses.some(hasFailed)
  if (state === 'delivered') return statuses.length > 0 && statuses.every(isDelivered)
  return true
}

/**
 * Whether a shipment is one that is asked for. What is unfinished or dead is known by the table that it is in.
 *
 * @param identities who it was ordered for
 */
export function matchesCriteria(
  shipment: OperatorShipment,
  { recipient, sendersReference, state }: SearchCriteria,
  identities: readonly string[] = [shipment.recipient],
): boolean {
  const { deliveries } = shipment
  if (sendersReference !== undefined && shipment.sendersReference !== sendersReference) return false
  if (state !== undefined && !hasState(shipment, state)) return false
  if (recipient === undefined) return true
  return (
    identities.some((identity) => names(identity, recipient)) ||
    deliveries.some(({ destination }) => names(destination, recipient))
  )
}

const PLAIN = /^[\w@.+:-]+$/

/**
 * A text that a stored row contains in lower case, if it is one that is asked for: a first sieve in SQL, which reads a
 * million rows in the time that a few thousand take to be taken apart. `undefined` where none is certain.
 */
export function sieveOf({ recipient, sendersReference }: SearchCriteria): string | undefined {
  if (recipient?.includes('@')) return sieveOfAddress(recipient)
  const wanted = recipient ?? sendersReference?.toLowerCase()
  return wanted !== undefined && PLAIN.test(wanted) ? wanted : undefined
}
