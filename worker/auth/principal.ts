import * as z from 'zod'

/** Who is calling: what a verified token says of its holder. */
export type Principal = {
  /** The organisation's short name; absent where the token names none that is known. */
  readonly organization: string | undefined
  readonly scopes: ReadonlySet<string>
}

const ORGANIZATION_NUMBER_PREFIX = '0192:'

/** The claims that Altinn's and Maskinporten's tokens carry. `spec/notifications.md` 1.5, `ecosystem.md` D. */
const Claims = z.object({
  'urn:altinn:org': z.string().min(1).optional().catch(undefined),
  'urn:altinn:scope': z.string().optional().catch(undefined),
  scope: z.string().optional().catch(undefined),
  consumer: z.object({ ID: z.string() }).optional().catch(undefined),
})

/**
 * Reads the claims of a verified token.
 *
 * Altinn's tokens name the organisation; Maskinporten's name its number, which the settings map to its short name.
 */
export function toPrincipal(claims: unknown, organizationCodes: ReadonlyMap<string, string>): Principal {
  const read = Claims.parse(claims)
  const consumer = read.consumer?.ID ?? ''
  const number = consumer.startsWith(ORGANIZATION_NUMBER_PREFIX)
    ? consumer.slice(ORGANIZATION_NUMBER_PREFIX.length)
    : ''
  const scopes = (read['urn:altinn:scope'] ?? read.scope ?? '').split(' ').filter((scope) => scope !== '')
  return { organization: read['urn:altinn:org'] ?? organizationCodes.get(number), scopes: new Set(scopes) }
}
