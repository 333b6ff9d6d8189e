import { createLocalJWKSet, type JWK } from 'jose'
import type { IssuerKeys } from '../../worker/auth/token-verifier.ts'

/** The settings that only a benchmark has. */
export const BENCH_SETTINGS = ['BENCH_ISSUER', 'BENCH_PUBLIC_KEY', 'BENCH_TOKEN', 'BENCH_BODY']

/** Believes the tokens of the run that started this Worker: its public key is in the settings. */
export function benchIssuer(env: Env): IssuerKeys {
  const issuer = 'BENCH_ISSUER' in env ? String(env.BENCH_ISSUER) : ''
  const key: JWK = JSON.parse('BENCH_PUBLIC_KEY' in env ? String(env.BENCH_PUBLIC_KEY) : '{}')
  return { issuer, audience: undefined, keys: createLocalJWKSet({ keys: [key] }) }
}
