import type { Box } from '../../platform/content-box.ts'
import { ifReadable } from '../../platform/if-readable.ts'

/** A text that was sealed; `undefined` where no key opens it any more. */
export const openIfAny = (box: Box, stored: string): string | undefined => ifReadable(() => box.open(stored))

/**
 * What the inbox has written itself and reads back: its own JSON needs no second judge. `undefined` where it is none: one row
 * that cannot be read must not hide the others.
 */
export function readIfAny<Kept extends object>(text: string | undefined): Kept | undefined {
  const kept = ifReadable((): Kept | null => JSON.parse(text ?? ''))
  return typeof kept === 'object' && kept !== null ? kept : undefined
}
