import type { Result } from '../result.ts'
import { type EmailAddressProblem, parseEmailAddress } from './email-address.ts'

const IDPORTEN_EMAIL = /^urn:altinn:person:idporten-email:(.*)$/is

/**
 * The e-mail address in the URN of an ID-porten user who has no national identity number; `undefined` where the URN
 * names someone in another way. docs/altinn/notifications.md §7.1.
 */
export function idportenEmail(urn: string): Result<string, EmailAddressProblem> | undefined {
  const address = IDPORTEN_EMAIL.exec(urn)?.[1]
  return address === undefined ? undefined : parseEmailAddress(address)
}
