import { type Config, ConfigurationError } from '../config.ts'
import { embeddedRegister } from './embedded/embedded-register.ts'
import type { Register } from './register.ts'

/**
 * The register that the settings name.
 *
 * @throws ConfigurationError
 */
export function selectRegister(env: Env, { register }: Config): Register {
  switch (register) {
    case 'embedded':
      return embeddedRegister(env)
    case 'altinn':
      throw new ConfigurationError('The setting REGISTER names a register that this version does not have: altinn.')
  }
}
