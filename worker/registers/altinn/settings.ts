import * as z from 'zod'
import { jsonSetting, parseSettings } from '../../platform/config.ts'
import { secureUrl } from '../../platform/secure-url.ts'

/** How this service presents itself to Maskinporten. */
export type MaskinportenClient = {
  /** Maskinporten's own name, which each grant is addressed to; its token endpoint lies below it. */
  readonly issuer: string
  readonly clientId: string
  readonly key: PrivateKey
}

/** Where the registers are, and how they are asked. */
export type AltinnSettings = {
  readonly maskinporten: MaskinportenClient
  readonly contactRegisterUrl: string
  readonly platformUrl: string
  /** The scopes that Altinn's Profile, Register and Authorization want, separated by spaces. */
  readonly platformScopes: string
  /** The key of Altinn's gateway; empty where it wants none. */
  readonly subscriptionKey: string
}

/** The algorithms that Maskinporten takes a grant in. */
const ALGORITHMS = ['RS256', 'RS384', 'RS512'] as const

/** A private RSA key as a JWK, known to Maskinporten by its `kid`. */
const PrivateKey = z.looseObject({
  kty: z.literal('RSA'),
  kid: z.string().min(1),
  alg: z.enum(ALGORITHMS).default('RS256'),
  n: z.string().min(1),
  e: z.string().min(1),
  d: z.string().min(1),
})

export type PrivateKey = z.output<typeof PrivateKey>

const baseUrl = secureUrl.transform((url) => url.replace(/\/+$/, ''))

export const altinnSettings = z.object({
  MASKINPORTEN_ISSUER: secureUrl.describe(
    "Maskinporten's https URL as it names itself, such as https://maskinporten.no/",
  ),
  MASKINPORTEN_CLIENT_ID: z.string().min(1).describe('the id of a client that is registered with Maskinporten'),
  MASKINPORTEN_KEY: jsonSetting(PrivateKey).describe('the private RSA key of that client as a JWK with its "kid"'),
  KRR_URL: baseUrl.describe('the https URL of the contact register, such as https://kontaktregisteret.no'),
  ALTINN_URL: baseUrl.describe("the https URL of Altinn's platform, such as https://platform.altinn.no"),
  ALTINN_SCOPES: z
    .string()
    .regex(/^[\w:/.-]+(?: [\w:/.-]+)*$/)
    .describe('scopes separated by spaces, such as "altinn:register/partylookup.admin altinn:authorization/authorize"'),
  ALTINN_SUBSCRIPTION_KEY: z
    .string()
    .regex(/^[\w-]*$/)
    .describe("the subscription key of Altinn's gateway, or empty"),
})

/**
 * Reads what the registers need. Asked only where they are selected.
 *
 * @throws ConfigurationError
 */
export function parseAltinnSettings(source: unknown): AltinnSettings {
  const settings = parseSettings(altinnSettings, source)
  return {
    maskinporten: {
      issuer: settings.MASKINPORTEN_ISSUER,
      clientId: settings.MASKINPORTEN_CLIENT_ID,
      key: settings.MASKINPORTEN_KEY,
    },
    contactRegisterUrl: settings.KRR_URL,
    platformUrl: settings.ALTINN_URL,
    platformScopes: settings.ALTINN_SCOPES,
    subscriptionKey: settings.ALTINN_SUBSCRIPTION_KEY,
  }
}
