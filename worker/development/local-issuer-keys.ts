import { createLocalJWKSet } from 'jose'
import type { IssuerKeys } from '../auth/token-verifier.ts'
import { ConfigurationError } from '../platform/config.ts'

/** The `iss` of local tokens. Not a URL, so that no one can be tricked into fetching keys from it. */
export const LOCAL_ISSUER = 'urn:straks:local-issuer'

/** The local issuer for development. */
export function localIssuer(env: Env) {
  if (!env.LOCAL_ISSUER)
    throw new ConfigurationError('The binding LOCAL_ISSUER is missing: the development entry needs it.')
  return env.LOCAL_ISSUER.getByName('local-issuer')
}

/** Makes the Worker accept the local issuer's tokens. */
export function localIssuerKeys(env: Env): IssuerKeys {
  let known: { readonly kid: string | undefined; readonly keySet: ReturnType<typeof createLocalJWKSet> } | undefined
  return {
    issuer: LOCAL_ISSUER,
    audience: undefined,
    keys: async (header, token) => {
      // A key that is not known is asked for again, as a remote issuer's is: the issuer's state may have been emptied.
      if (known === undefined || known.kid !== header?.kid) {
        const key = await localIssuer(env).publicKey()
        known = { kid: key.kid, keySet: createLocalJWKSet({ keys: [key] }) }
      }
      return known.keySet(header, token)
    },
  }
}
