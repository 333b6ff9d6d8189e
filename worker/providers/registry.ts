import { fail } from '@straks/shared'
import type { Channel } from '../domain/status.ts'
import { type Config, ConfigurationError } from '../platform/config.ts'
import type { InboundMail, Provider, ProviderDeclaration } from './provider.ts'
import { PROVIDERS } from './providers.ts'
import type { ReceiptEndpoint } from './receipts/receipt-endpoint.ts'
import type { BounceListener, ReceiptServices } from './receipts/references.ts'

/** The providers of each channel, in order of preference. */
export type Providers = Readonly<Record<Channel, readonly Provider[]>>

type Entry = Pick<ProviderDeclaration, 'name' | 'channels' | 'create'>

/** Finds the providers that the settings name, or says which name is unknown. */
export function selectProviders(
  env: Env,
  config: Config,
  more: readonly Provider[],
  bounceListeners: readonly BounceListener[],
): Providers {
  const added = more.map(
    (provider): Entry => ({
      name: provider.name,
      channels: ['sms', 'email'],
      create: () => provider,
    }),
  )
  const select = (channel: Channel, setting: string, names: readonly string[]): readonly Provider[] => {
    const known: readonly Entry[] = [...PROVIDERS, ...added].filter(({ channels }) => channels.includes(channel))
    return names.map((wanted) => {
      const entry = known.find(({ name }) => name === wanted)
      if (!entry) {
        const choice = known.map(({ name }) => name).join(', ')
        throw new ConfigurationError(
          `The setting ${setting} names a provider that does not exist; there are: ${choice}.`,
        )
      }
      const provider = entry.create(env, config, bounceListeners)
      const share = config.providerShares[channel].get(wanted)
      return share === undefined ? provider : { ...provider, share }
    })
  }
  return {
    sms: select('sms', 'SMS_PROVIDERS', config.smsProviders),
    email: select('email', 'EMAIL_PROVIDERS', config.emailProviders),
  }
}

/** One route on which a provider reports, ready to be mounted and described. */
export type ReceiptRoute = Pick<ReceiptEndpoint, 'method' | 'path' | 'description'> & {
  readonly handler: ReceiptEndpoint['receive']
}

/** The routes on which providers report. One whose provider is not selected answers as if there were no such route. */
export const receiptRoutes: readonly ReceiptRoute[] = PROVIDERS.flatMap(({ name, receipts }) => {
  if (!receipts) return []
  const { method, path, description, receive } = receipts
  const handler: ReceiptRoute['handler'] = async (request, context) => {
    const { smsProviders, emailProviders } = context.config
    const isSelected = smsProviders.includes(name) || emailProviders.includes(name)
    return isSelected ? receive(request, context) : fail({ reason: 'route-unknown' })
  }
  return [{ method, path, description, handler }]
})

/** What takes in the messages of a queue on which a provider reports; `undefined` where it is another queue. */
export const eventConsumerOf = (queue: string) =>
  PROVIDERS.find(({ events }) => events && queue.endsWith(`-${events.queue}`))?.events?.consume

/** Takes in a mail that came in, at the provider among those selected whose mail it is about. */
export async function receiveMail(
  mail: InboundMail,
  config: Config,
  services: ReceiptServices,
): Promise<'taken-in' | 'no-report' | 'not-ours'> {
  for (const { name, mail: receive } of PROVIDERS) {
    if (!receive || !config.emailProviders.includes(name)) continue
    const intake = await receive(mail, services)
    if (intake !== 'not-ours') return intake
  }
  return 'not-ours'
}
