import { parseEmailAddress } from './email-address.ts'

const NAMED = /^urn:altinn:(?:person:legacy-selfidentified|username|party:username):[^:\s]+$/i
const EMAIL = /^urn:altinn:person:idporten-email:(\S+)$/i

/** Whether a URN names a user who has no national identity number. `spec/notifications.md` 7.1. */
export function isExternalIdentity(written: string): boolean {
  const address = EMAIL.exec(written)?.[1]
  return address === undefined ? NAMED.test(written) : parseEmailAddress(address).ok
}
