import * as z from 'zod'
import { parseSettings } from '../../platform/config.ts'
import { secret, serviceUrl } from '../http/settings.ts'

/** The provider's name in `SMS_PROVIDERS`. */
export const TWILIO_PROVIDER = 'twilio'

/** Where SMS are handed over and as whom. The token also signs what comes back. */
type TwilioSettings = {
  readonly url: string
  readonly accountSid: string
  readonly authToken: string
}

/** How each setting is written. */
export const twilioSettings = z.object({
  TWILIO_URL: serviceUrl.describe(
    'the https URL of the API, such as https://api.twilio.com or https://api.dublin.ie1.twilio.com; http on loopback only',
  ),
  TWILIO_ACCOUNT_SID: z
    .string()
    .regex(/^AC[0-9a-f]{32}$/)
    .describe('the account’s SID: AC and 32 hexadecimal digits'),
  TWILIO_AUTH_TOKEN: secret.describe('the account’s primary auth token'),
})

/**
 * Reads what the provider needs. Asked only where the provider is selected.
 *
 * @throws ConfigurationError
 */
export function parseTwilioSettings(source: unknown): TwilioSettings {
  const settings = parseSettings(twilioSettings, source)
  return {
    url: settings.TWILIO_URL,
    accountSid: settings.TWILIO_ACCOUNT_SID,
    authToken: settings.TWILIO_AUTH_TOKEN,
  }
}
