import { ifReadable } from '../platform/if-readable.ts'

/** A row is not as the ledger writes rows. Anything else that a step throws is a bug of ours. */
export class UnreadableRow extends Error {
  override readonly name = 'UnreadableRow'
}

/**
 * What the ledger has written itself and reads back: its own JSON needs no second judge, but one that has another form must
 * fail here, where what cannot be read is passed over, and not in the middle of a step.
 *
 * @throws {UnreadableRow} where it is none, or has not each of these members as an object or a list
 */
export function readStored<Stored extends object>(json: string, members: readonly (keyof Stored)[]): Stored {
  const stored = ifReadable((): Stored | null => JSON.parse(json))
  const isWhole =
    typeof stored === 'object' &&
    stored !== null &&
    members.every((member) => typeof stored[member] === 'object' && stored[member] !== null)
  if (!isWhole) throw new UnreadableRow('A row has another form')
  return stored
}

/** What a step gives; `undefined` where a row that it needs cannot be read. A bug of ours still throws. */
export function unlessUnreadable<Value>(step: () => Value): Value | undefined {
  try {
    return step()
  } catch (error) {
    if (error instanceof UnreadableRow) return undefined
    throw error
  }
}
