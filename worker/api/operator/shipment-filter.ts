import { words } from '@straks/shared'
import * as z from 'zod'
import { type SearchCriteria, SHIPMENT_STATES } from '../../ledger/operation/contract.ts'
import { mayBeRecipient, readRecipient } from '../../operator/recipient.ts'
import { organizationName } from './on-shipment.ts'

/** As long as an address may be. */
const RECIPIENT_MAX_LENGTH = 320

/** As long as what senders may write. */
const REFERENCE_MAX_LENGTH = 4_096

const ONE_RECIPIENT =
  'It must be one number with all its digits, one address, one national identity number, one organisation number or one user name.'

export const recipientName = () =>
  z
    .string()
    .trim()
    .min(1)
    .max(RECIPIENT_MAX_LENGTH)
    .refine(mayBeRecipient, { error: ONE_RECIPIENT })
    .describe(words(() => 'A number, an address, a national identity number or an organisation number.'))

/** What shipments are looked for by. */
export const filterMembers = () => ({
  organization: organizationName()
    .optional()
    .describe(words(() => 'Whose; left out, everyone’s.')),
  recipient: recipientName().optional(),
  sendersReference: z.string().max(REFERENCE_MAX_LENGTH).optional(),
  state: z
    .enum(SHIPMENT_STATES)
    .optional()
    .describe(
      words(
        () =>
          '`unfinished`: under way; `uncertain`: those of them that a provider may have and that nothing tries again; `dead`: no worker could handle it; `failed` and `delivered`: how it ended.',
      ),
    ),
})

/** The key of an order, which is looked up and not searched for. */
export const orderKey = () =>
  z
    .string()
    .max(REFERENCE_MAX_LENGTH)
    .optional()
    .describe(words(() => 'The key that its sender gave the order.'))

type Filter = {
  readonly recipient?: string | undefined
  readonly sendersReference?: string | undefined
  readonly state?: SearchCriteria['state']
}

/** A filter as the ledgers take it. */
export const criteriaOf = ({ recipient, sendersReference, state }: Filter): SearchCriteria => ({
  sendersReference,
  state,
  recipient: recipient === undefined ? undefined : readRecipient(recipient).value,
})

/** What the audit log says of a filter: the names of its members, and what none of them hides. */
export function describeFilter({
  recipient,
  state,
  ...rest
}: Filter & { readonly idempotencyId?: string | undefined }) {
  const named = Object.entries(rest).flatMap(([name, value]) => (value === undefined ? [] : [name]))
  return [
    ...(recipient === undefined ? [] : [`recipient (${readRecipient(recipient).kind})`]),
    ...named,
    ...(state === undefined ? [] : [`state ${state}`]),
  ].join(', ')
}
