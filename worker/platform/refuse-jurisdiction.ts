import { jurisdictionOf } from './config.ts'
import { ConfigurationError } from './configuration-error.ts'

const SENTENCE =
  'The setting OBJECT_JURISDICTION names a jurisdiction, which this runtime does not have: on a machine of your own it must be none (--var OBJECT_JURISDICTION:none).'

/**
 * Refuses a jurisdiction where there are none, as in `wrangler dev`: every call to an object would fail without a word of why.
 *
 * @throws ConfigurationError
 */
export function refuseJurisdiction(env: Env): void {
  const jurisdiction = jurisdictionOf(env)
  if (jurisdiction === undefined) return
  try {
    env.ORDER_LEDGER.jurisdiction(jurisdiction)
  } catch {
    throw new ConfigurationError(SENTENCE)
  }
}
