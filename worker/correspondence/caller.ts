import type { Facts } from './record.ts'

/** Who asks about a correspondence, as far as a token tells. */
export type Caller = {
  readonly organization: string | undefined
  readonly canWrite: boolean
  readonly canRead: boolean
}

/** Who a caller is to a correspondence; it may be both. */
export type Roles = { readonly isSender: boolean; readonly isRecipient: boolean }

/**
 * The sender is the organisation that created it; a recipient is whoever holds a token to read with. On whose behalf
 * the holder reads is decided where the token is issued, not here.
 */
export const rolesOf = ({ organization, canWrite, canRead }: Caller, facts: Facts): Roles => ({
  isSender: canWrite && organization === facts.organization,
  isRecipient: canRead,
})
