import * as z from 'zod'
import { parseSettings } from '../../platform/config.ts'
import { secureUrl } from '../../platform/secure-url.ts'
import { secret } from '../http/settings.ts'

/** The provider's name in `SMS_PROVIDERS`. */
export const LINK_PROVIDER = 'link'

/** Where SMS are handed over, as whom, and who may bring receipts. */
export type LinkSettings = {
  readonly url: string
  readonly username: string
  readonly password: string
  readonly reports: { readonly username: string; readonly password: string }
}

/** How each setting is written. */
export const linkSettings = z.object({
  LINK_URL: secureUrl.describe(
    'the https URL of the XML gateway, such as https://xml.pswin.com; http on loopback only',
  ),
  LINK_USERNAME: secret.describe('the user name of the gateway account'),
  LINK_PASSWORD: secret.describe('the password of the gateway account'),
  LINK_REPORT_USERNAME: secret
    .refine((name) => !name.includes(':'))
    .describe('the user name that the gateway brings delivery reports with, without a colon'),
  LINK_REPORT_PASSWORD: secret.describe('the password that the gateway brings delivery reports with'),
})

/**
 * Reads what the provider needs. Asked only where the provider is selected.
 *
 * @throws ConfigurationError
 */
export function parseLinkSettings(source: unknown): LinkSettings {
  const settings = parseSettings(linkSettings, source)
  return {
    url: settings.LINK_URL,
    username: settings.LINK_USERNAME,
    password: settings.LINK_PASSWORD,
    reports: { username: settings.LINK_REPORT_USERNAME, password: settings.LINK_REPORT_PASSWORD },
  }
}
