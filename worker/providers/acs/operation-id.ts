import { derivedUuid } from '../../domain/derived-uuid.ts'

const UUID = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/

/**
 * The UUID by which the service knows a delivery: its reference where that is one, else one derived from it. The same in
 * every attempt, so that the service sends one mail however often it is asked.
 */
export const operationIdOf = async (reference: string): Promise<string> =>
  UUID.test(reference) ? reference : derivedUuid(reference)
