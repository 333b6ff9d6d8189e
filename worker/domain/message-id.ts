import { derivedUuid } from './derived-uuid.ts'

/**
 * The id of one of a shipment's messages, always the same: the shipment's own for the first, a UUID of its own for each
 * further one. Typed clients read ids as UUIDs alone.
 */
export const messageId = (shipmentId: string, index: number): string | Promise<string> =>
  index === 0 ? shipmentId : derivedUuid(JSON.stringify(['message-of-order', shipmentId, index]))
