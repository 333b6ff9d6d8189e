import type { Claimed, ClaimRefused, ReceiptFate } from './contract.ts'
import type { StatusChange } from './status-change.ts'

/** What came of asking for a claim, and the status that is new with it. */
export type Granted = { readonly verdict: Claimed | ClaimRefused; readonly changes: readonly StatusChange[] }

/** What came of a receipt, and the status that is new with it. */
export type Received = { readonly fate: ReceiptFate; readonly changes: readonly StatusChange[] }

/** What came of a preparation: the claims that it allows at once, and the statuses that are new. */
export type Prepared = { readonly claims: readonly Claimed[]; readonly changes: readonly StatusChange[] }

/** A preparation that came to nothing, or to a wait. */
export const NOTHING_PREPARED: Prepared = { claims: [], changes: [] }
