import { fail, ok, type Result } from '../result.ts'
import { idportenEmail } from './idporten-user.ts'

/** Who a correspondence is for: an organisation, a person, or a user known by an e-mail address or a name. */
export type MessageRecipient =
  | { readonly kind: 'organization'; readonly number: string }
  | { readonly kind: 'person'; readonly number: string }
  | { readonly kind: 'external'; readonly urn: string }

const ORGANIZATION = /^(?:0192:|urn:altinn:organization:identifier-no:)(\d{9})$/i
const PERSON = /^(?:urn:altinn:person:identifier-no:)?(\d{11})$/i
const SELF_IDENTIFIED = /^urn:altinn:person:legacy-selfidentified:[^:\s]+$/i

/**
 * Reads a recipient of a correspondence. A bare organisation number is refused here.
 * docs/altinn/correspondence.md §1.1.
 */
export function parseMessageRecipient(written: string): Result<MessageRecipient, 'malformed'> {
  const organization = ORGANIZATION.exec(written)?.[1]
  if (organization !== undefined) return ok({ kind: 'organization', number: organization })
  const person = PERSON.exec(written)?.[1]
  if (person !== undefined) return ok({ kind: 'person', number: person })
  const isExternal = idportenEmail(written)?.ok ?? SELF_IDENTIFIED.test(written)
  return isExternal ? ok({ kind: 'external', urn: written.toLowerCase() }) : fail('malformed')
}
