import { idportenEmail } from './idporten-user.ts'

const NAMED = /^urn:altinn:(?:person:legacy-selfidentified|username|party:username):[^:\s]+$/i

/** Whether a URN names a user who has no national identity number. docs/altinn/notifications.md §7.1. */
export const isExternalIdentity = (written: string): boolean => idportenEmail(written)?.ok ?? NAMED.test(written)
