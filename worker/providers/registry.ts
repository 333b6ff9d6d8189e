import { type Config, ConfigurationError } from '../config.ts'
import type { Channel } from '../domain/status.ts'
import { acsProvider } from './acs/acs-provider.ts'
import { ACS_PROVIDER } from './acs/name.ts'
import { cloudflareProvider } from './cloudflare-email/cloudflare-provider.ts'
import { CLOUDFLARE_PROVIDER } from './cloudflare-email/name.ts'
import { inboxProvider } from './inbox/inbox-provider.ts'
import { INBOX_PROVIDER } from './inbox/name.ts'
import { linkProvider } from './link/link-provider.ts'
import { LINK_PROVIDER } from './link/name.ts'
import type { Provider } from './provider.ts'
import { SMTP_PROVIDER, smtpProvider } from './smtp/smtp-provider.ts'
import { TWILIO_PROVIDER } from './twilio/name.ts'
import { twilioProvider } from './twilio/twilio-provider.ts'

/** The providers of each channel, in order of preference. */
export type Providers = Readonly<Record<Channel, readonly Provider[]>>

type Entry = {
  readonly name: string
  readonly channels: readonly Channel[]
  /** Made only where it is selected, so only then are its own settings asked for. */
  readonly create: (env: Env, config: Config) => Provider
}

/** The ways out there are. A new one is its folder and a line here. */
const PROVIDERS: readonly Entry[] = [
  { name: INBOX_PROVIDER, channels: ['sms', 'email'], create: inboxProvider },
  { name: LINK_PROVIDER, channels: ['sms'], create: linkProvider },
  { name: TWILIO_PROVIDER, channels: ['sms'], create: twilioProvider },
  { name: SMTP_PROVIDER, channels: ['email'], create: smtpProvider },
  { name: ACS_PROVIDER, channels: ['email'], create: acsProvider },
  { name: CLOUDFLARE_PROVIDER, channels: ['email'], create: cloudflareProvider },
]

/** Finds the providers that the settings name, or says which name is unknown. */
export function selectProviders(env: Env, config: Config, more: readonly Provider[]): Providers {
  const added = more.map(
    (provider): Entry => ({
      name: provider.name,
      channels: ['sms', 'email'],
      create: () => provider,
    }),
  )
  const select = (channel: Channel, setting: string, names: readonly string[]): readonly Provider[] => {
    const known = [...PROVIDERS, ...added].filter(({ channels }) => channels.includes(channel))
    return names.map((wanted) => {
      const entry = known.find(({ name }) => name === wanted)
      if (entry) return entry.create(env, config)
      const choice = known.map(({ name }) => name).join(', ')
      throw new ConfigurationError(`The setting ${setting} names a provider that does not exist; there are: ${choice}.`)
    })
  }
  return {
    sms: select('sms', 'SMS_PROVIDERS', config.smsProviders),
    email: select('email', 'EMAIL_PROVIDERS', config.emailProviders),
  }
}
