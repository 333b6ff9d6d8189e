import * as z from 'zod'
import { parseSettings } from '../../config.ts'
import { secret, serviceUrl } from '../http/settings.ts'

/** Where SMS are handed over and as whom. The token also signs what comes back. */
export type TwilioSettings = {
  readonly url: string
  readonly accountSid: string
  readonly authToken: string
}

const Settings = z.object({
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
  const settings = parseSettings(Settings, source)
  return {
    url: settings.TWILIO_URL,
    accountSid: settings.TWILIO_ACCOUNT_SID,
    authToken: settings.TWILIO_AUTH_TOKEN,
  }
}
