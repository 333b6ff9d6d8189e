import { type Bar, emailsOf, keysTold } from '../domain/preparation.ts'
import { recipientKeys } from '../domain/recipient-key.ts'
import { recipientsOf } from '../domain/recipient-list.ts'
import type { DueShipment } from '../ledger/contract.ts'
import type { Limiter } from '../platform/limiter.ts'
import type { Register } from '../registers/register.ts'
import { lookUpAll } from './look-up.ts'

/** How often a register is asked before the address is written to all the same: half a minute to a minute in all. */
const LOOKUPS_MAX = 8

/**
 * Whether the address of a shipment gets the same from another one, as it is among the addresses of a party that is told
 * too. A register that is away for long keeps no address waiting.
 * docs/altinn/correspondence.md §4.12.
 */
export async function isToldElsewhere(
  { plan, failedLookups }: DueShipment,
  register: Register,
  limiter: Limiter,
  barFor: (emails: readonly string[]) => Promise<Bar>,
): Promise<boolean | 'unavailable'> {
  const { unlessTold, recipient } = plan
  if (!unlessTold) return false
  const [party = 'unavailable'] = await lookUpAll(register, [unlessTold.recipient], limiter)
  if (party === 'unavailable') return failedLookups + 1 < LOOKUPS_MAX ? 'unavailable' : false
  const told = keysTold(party, unlessTold.channel, await barFor(emailsOf(party)))
  return recipientsOf(recipient)
    .flatMap(recipientKeys)
    .every((key) => told.has(key))
}
