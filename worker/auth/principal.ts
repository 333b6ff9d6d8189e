import { limits } from '@straks/shared'
import * as z from 'zod'

/** Who is calling: what a verified token says of its holder. */
export type Principal = {
  /** The organisation's short name; absent where the token names none that is known. */
  readonly organization: string | undefined
  readonly scopes: ReadonlySet<string>
  /** The organisation's nine digits, where the token names them. */
  readonly organizationNumber: string | undefined
  /** The national identity number of the person that the token is about. */
  readonly person: string | undefined
  /** What the issuer calls the client, or the user, where that is neither a number of a person nor an address. */
  readonly subject: string | undefined
}

/** Nine digits, alone or with the scheme that Maskinporten and Altinn put before them (ISO 6523, 0192). */
const ORGANIZATION_NUMBER = /^(?:0192:)?(\d{9})$/

const numberIn = (text: string | undefined): string | undefined => ORGANIZATION_NUMBER.exec(text ?? '')?.[1]

const PERSON = /^\d{11}$/

/** A name that says who someone is to their issuer and to no one else: no address, no number of a person. */
const SUBJECT = /^(?!\d{11}$)[\w.:|/-]{1,200}$/

/**
 * What Maskinporten says of a system user: the organisation that has it, which is a customer of the one that made the token.
 * docs/altinn/notifications.md §1.5.
 */
const SystemUser = z.object({
  type: z.literal('urn:altinn:systemuser'),
  systemuser_org: z.object({ ID: z.string() }).optional().catch(undefined),
})

const systemUserIn = (details: unknown) => [details].flat().flatMap((one) => SystemUser.safeParse(one).data ?? [])[0]

/** The claims that Altinn's and Maskinporten's tokens carry. docs/altinn/notifications.md §1.5. */
const Claims = z.object({
  'urn:altinn:org': z.string().min(1).max(limits.MEMBER_MAX_UNITS.name).optional().catch(undefined),
  'urn:altinn:orgNumber': z.union([z.string(), z.int()]).transform(String).optional().catch(undefined),
  pid: z.string().optional().catch(undefined),
  'urn:altinn:scope': z.string().optional().catch(undefined),
  scope: z.string().optional().catch(undefined),
  consumer: z.object({ ID: z.string() }).optional().catch(undefined),
  authorization_details: z.unknown().optional(),
  client_id: z.string().optional().catch(undefined),
  sub: z.string().optional().catch(undefined),
  common_name: z.string().optional().catch(undefined),
})

/**
 * Reads the claims of a verified token.
 *
 * Altinn's tokens name the organisation and its number; Maskinporten's name its number, which the settings map to its
 * short name. ID-porten's name a person. A system user's name the organisation that has it.
 */
export function toPrincipal(claims: unknown, organizationCodes: ReadonlyMap<string, string>): Principal {
  const read = Claims.parse(claims)
  const systemUser = systemUserIn(read.authorization_details)
  const holder = numberIn(read['urn:altinn:orgNumber'] ?? read.consumer?.ID)
  // A system user acts for its own organisation, and never for the vendor that made the token.
  const number = systemUser ? numberIn(systemUser.systemuser_org?.ID) : holder
  const scopes = (read['urn:altinn:scope'] ?? read.scope ?? '').split(' ').filter((scope) => scope !== '')
  return {
    organization: (number === holder ? read['urn:altinn:org'] : undefined) ?? organizationCodes.get(number ?? ''),
    scopes: new Set(scopes),
    organizationNumber: number,
    person: PERSON.test(read.pid ?? '') ? read.pid : undefined,
    subject: [read.client_id, read.sub, read.common_name].find((name) => SUBJECT.test(name ?? '')),
  }
}
