import type { Config } from '../platform/config.ts'
import { altinnRegister } from './altinn/altinn-register.ts'
import { parseAltinnSettings } from './altinn/settings.ts'
import { embeddedRegister } from './embedded/embedded-register.ts'
import type { Register } from './register.ts'

/**
 * The register that the settings name. Made once and kept: it remembers tokens and which services are down.
 *
 * @throws ConfigurationError
 */
export function selectRegister(env: Env, { register }: Config): Register {
  switch (register) {
    case 'embedded':
      return embeddedRegister(env)
    case 'altinn':
      return altinnRegister(parseAltinnSettings(env))
  }
}
