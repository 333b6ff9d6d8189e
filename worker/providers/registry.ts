import { type Config, ConfigurationError } from '../config.ts'
import type { Channel } from '../domain/status.ts'
import { inboxProvider } from './inbox/inbox-provider.ts'
import type { Provider } from './provider.ts'

/** The providers of each channel, in order of preference. */
export type Providers = Readonly<Record<Channel, readonly Provider[]>>

/** Finds the providers that the settings name, or says which name is unknown. */
export function selectProviders(env: Env, config: Config, more: readonly Provider[]): Providers {
  const known = [inboxProvider(env), ...more]
  const select = (setting: string, names: readonly string[]): readonly Provider[] =>
    names.map((name) => {
      const provider = known.find((candidate) => candidate.name === name)
      if (provider) return provider
      const choice = known.map((candidate) => candidate.name).join(', ')
      throw new ConfigurationError(`The setting ${setting} names a provider that does not exist; there are: ${choice}.`)
    })
  return {
    sms: select('SMS_PROVIDERS', config.smsProviders),
    email: select('EMAIL_PROVIDERS', config.emailProviders),
  }
}
