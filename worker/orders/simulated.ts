import type { Config } from '../config.ts'
import type { Channel } from '../domain/status.ts'
import { INBOX_PROVIDER } from '../providers/inbox/name.ts'

/**
 * Whether a message is kept from the real provider: outside production, an SMS to a number that is not on the list. Seed
 * 004, "I testmiljøet". Where the inbox is the provider anyway and nobody has made a list, nothing is kept from anything.
 */
export function isSimulated(config: Config, channel: Channel, destination: string): boolean {
  const { environment, smsAllowList, smsProviders } = config
  if (channel !== 'sms' || environment === 'production' || smsAllowList.has(destination)) return false
  return smsAllowList.size > 0 || smsProviders.some((name) => name !== INBOX_PROVIDER)
}
