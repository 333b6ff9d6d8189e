import { INBOX_PROVIDER } from '../domain/inbox-provider.ts'
import type { Channel } from '../domain/status.ts'
import type { Config } from '../platform/config.ts'

/**
 * Whether a message is kept from the real provider: outside production, an SMS to a number that is not on the list.
 * docs/altinn/correspondence.md §4.9. Where the inbox is the provider anyway and there is no list, nothing is
 * kept from anything.
 */
export function isSimulated(config: Config, channel: Channel, destination: string): boolean {
  const { environment, smsAllowList, smsProviders } = config
  if (channel !== 'sms' || environment === 'production' || smsAllowList.has(destination)) return false
  return smsAllowList.size > 0 || smsProviders.some((name) => name !== INBOX_PROVIDER)
}
