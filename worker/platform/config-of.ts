import { type Config, parseConfig } from './config.ts'

const known = new WeakMap<object, Config>()

/**
 * The settings of an environment, parsed once: each object of a process has the same, and parsing costs as much as its
 * first row.
 *
 * @throws ConfigurationError
 */
export function configOf(env: object): Config {
  const config = known.get(env) ?? parseConfig(env)
  known.set(env, config)
  return config
}
