import type { MessageRecipient } from '@straks/shared'
import type { Facts } from './record.ts'

/** Who asks about a correspondence, as far as a token tells. */
export type Caller = {
  /** The short name of the organisation. */
  readonly organization: string | undefined
  readonly organizationNumber: string | undefined
  /** A national identity number. */
  readonly person: string | undefined
  readonly canWrite: boolean
  readonly canRead: boolean
  /** Whether the scope to read is enough to read anyone's. A setting; off unless it is turned on. */
  readonly readsAll: boolean
}

/** What a caller may do with a correspondence, and as whom it is shown. */
type Roles = {
  /** It may act as the sender: look at it, and take it back before it is published. */
  readonly isSender: boolean
  /** It may act as the recipient: read, confirm, purge. */
  readonly isRecipient: boolean
  /** The token names the recipient itself. */
  readonly isParty: boolean
}

/** The party that a token names: the person that it is about, else its organisation. */
export function partyOf({ organizationNumber, person }: Caller): MessageRecipient | undefined {
  if (person !== undefined) return { kind: 'person', number: person }
  return organizationNumber === undefined ? undefined : { kind: 'organization', number: organizationNumber }
}

/**
 * A caller as one who looks for what another party has received: no one, unless it is that party itself or may read anyone's. It
 * has sent nothing as that party.
 */
export function actingFor(caller: Caller, party: MessageRecipient): Caller {
  const { kind } = party
  const isOwn = kind !== 'external' && (kind === 'person' ? caller.person : caller.organizationNumber) === party.number
  if (isOwn && kind === 'organization') return { ...caller, person: undefined }
  if (isOwn) return caller
  return {
    ...caller,
    organization: undefined,
    organizationNumber: caller.readsAll && kind === 'organization' ? party.number : undefined,
    person: caller.readsAll && kind === 'person' ? party.number : undefined,
  }
}

/** Whether a token names the recipient: the person or the organisation. A user without a number is in no token. */
function isPartyOf({ organizationNumber, person }: Caller, { recipient }: Facts): boolean {
  if (recipient.kind === 'person') return person === recipient.number
  return recipient.kind === 'organization' && organizationNumber === recipient.number
}

/**
 * The sender is the organisation that created it. A recipient is the party that the token names; the sender may act as
 * one where its token has the scope to read too, and anyone with that scope where the settings say so.
 */
export function rolesOf(caller: Caller, facts: Facts): Roles {
  const isOwn = caller.organization !== undefined && caller.organization === facts.organization
  const isParty = isPartyOf(caller, facts)
  return {
    isSender: caller.canWrite && isOwn,
    isRecipient: caller.canRead && (isParty || isOwn || caller.readsAll),
    isParty: caller.canRead && isParty,
  }
}

/** The sender itself, for what is taken back on its behalf. */
export const asSender = (organization: string): Caller => ({
  organization,
  organizationNumber: undefined,
  person: undefined,
  canWrite: true,
  canRead: false,
  readsAll: false,
})
