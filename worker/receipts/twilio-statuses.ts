import type { Receipt } from '../domain/outcome.ts'
import { TWILIO_PROVIDER } from '../providers/twilio/name.ts'
import { parseTwilioSettings } from '../providers/twilio/settings.ts'
import { signatureOf } from '../providers/twilio/signature.ts'
import { type Addressee, readStatusUrl } from '../providers/twilio/status-url.ts'
import { readReceipt } from '../providers/twilio/statuses.ts'
import { receive } from './references.ts'
import { isSameSecret } from './same-secret.ts'

export { readReceipt, readStatusUrl, TWILIO_PROVIDER }

/**
 * Whether a status callback comes from Twilio.
 *
 * @param url the address as we gave it to Twilio, whatever it looks like where it arrives
 */
export async function isFromTwilio(
  signature: string | null,
  url: string,
  parameters: URLSearchParams,
  env: Env,
): Promise<boolean> {
  const expected = await signatureOf(parseTwilioSettings(env).authToken, url, parameters)
  return isSameSecret(signature ?? '', expected)
}

/** Takes in a status. Tells whether it names a message that there can be. */
export const receiveStatus = (env: Env, { organization, reference }: Addressee, receipt: Receipt): Promise<boolean> =>
  receive(env, TWILIO_PROVIDER, { organization, delivery: reference }, receipt)
