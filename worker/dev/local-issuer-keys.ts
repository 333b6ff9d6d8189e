import { createLocalJWKSet } from 'jose'
import type { IssuerKeys } from '../auth/token-verifier.ts'
import { ConfigurationError } from '../config.ts'

/** The `iss` of tokens made on this laptop. Not a URL: nobody could be tricked into fetching keys from it. */
export const LOCAL_ISSUER = 'urn:straks:local-issuer'

/** The one local issuer of a laptop. */
export function localIssuer(env: Env) {
  if (!env.LOCAL_ISSUER)
    throw new ConfigurationError('The binding LOCAL_ISSUER is missing: the entry for a laptop needs it.')
  return env.LOCAL_ISSUER.getByName('local-issuer')
}

/** Lets the Worker believe its own laptop's tokens. */
export function localIssuerKeys(env: Env): IssuerKeys {
  let keySet: ReturnType<typeof createLocalJWKSet> | undefined
  return {
    issuer: LOCAL_ISSUER,
    audience: undefined,
    keys: async (header, token) => {
      keySet ??= createLocalJWKSet({ keys: [await localIssuer(env).publicKey()] })
      return keySet(header, token)
    },
  }
}
