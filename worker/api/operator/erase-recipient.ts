import { ok, words } from '@straks/shared'
import * as z from 'zod'
import { described } from '#described'
import { removeRecipientFromListing } from '../../correspondence/correspondence-listing.ts'
import type { NamedRecipient } from '../../domain/erasure.ts'
import { audited } from '../../operator/audited.ts'
import {
  type Erased,
  eraseElsewhere,
  eraseInOrganization,
  NOTHING_ERASED,
  sumOf,
} from '../../operator/erase-recipient.ts'
import { ErasureMarks } from '../../operator/erasure-marks.ts'
import { readRecipient } from '../../operator/recipient.ts'
import { deskOf } from '../../platform/objects.ts'
import { json } from '../routing/documentation.ts'
import { ownBodyOf } from '../routing/own-body.ts'
import { NO_QUERY } from '../routing/own-query.ts'
import { defineRoute } from '../routing/route.ts'
import { organizationName } from './on-shipment.ts'
import { OPERATOR } from './operator-access.ts'
import { recipientName } from './shipment-filter.ts'

/** Organisations of one request: some twenty calls each, and a request may make only so many. */
const MOST_ORGANIZATIONS = 40

const ErasureRequest = () =>
  z.object({
    recipient: recipientName(),
    cursor: organizationName()
      .optional()
      .describe(words(() => 'The `next` of the answer before.')),
  })

/** Counts in one line, for the audit log. */
export const summaryOf = ({ erased }: { readonly erased: Erased }): string =>
  Object.entries(erased)
    .map(([what, count]) => `${what} ${count}`)
    .join(', ')

/** Erases a recipient in the organisations behind a name, a bounded number of them. */
async function eraseSome(env: Env, recipient: NamedRecipient, after: string | undefined) {
  const all = (await deskOf(env).organizations()).map((known) => known.organization)
  const rest = after === undefined ? all : all.filter((name) => name > after)
  let erased = after === undefined ? await eraseElsewhere(env, recipient) : NOTHING_ERASED
  const some = rest.slice(0, MOST_ORGANIZATIONS)
  for (const organization of some) erased = sumOf(erased, await eraseInOrganization(env, organization, recipient))
  const next = some.length < rest.length ? (some.at(-1) ?? null) : null
  // After all of them: one that was being listed meanwhile may have come back onto the listing.
  if (next === null) await removeRecipientFromListing(env, recipient)
  return { erased, next }
}

/** `POST /straks/v1/operator/erasures`: nothing that is stored names the recipient any more. */
export const eraseRecipient = defineRoute({
  method: 'POST',
  path: '/erasures',
  access: OPERATOR,
  query: NO_QUERY,
  body: ownBodyOf(ErasureRequest),
  documentation: described(() => ({
    id: 'eraseRecipient',
    summary: 'Erase a recipient',
    description:
      'A number, an address, a national identity number or an organisation number, wherever it is stored. A keyed hash is kept, by which a restored backup is erased again. Texts, and correspondences to others that mention them, are not searched. An unknown recipient erases nothing, and the counts say so.',
    answers: { 200: json('What was erased.', 'ErasureAnswer') },
  })),
  handle: async ({ caller, body, context: { env } }) => {
    const recipient = readRecipient(body.recipient)
    const answer = await audited(
      env,
      { who: caller.who, action: 'erase', details: `recipient (${recipient.kind})` },
      async () => {
        // First of all: what is cut off below is erased again by the mark.
        await deskOf(env).noteErasure(await (await ErasureMarks.of(env)).markOf(recipient.value))
        return eraseSome(env, recipient, body.cursor)
      },
      summaryOf,
    )
    return ok(Response.json(answer))
  },
})
