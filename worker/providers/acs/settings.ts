import * as z from 'zod'
import { fromBase64 } from '../../domain/bytes.ts'
import { parseSettings } from '../../platform/config.ts'
import { isSecureUrl } from '../../platform/secure-url.ts'
import { secret } from '../http/settings.ts'

/** The provider's name in `EMAIL_PROVIDERS`. */
export const ACS_PROVIDER = 'acs'

/** Where mail is handed over, the key that requests are signed with, and what shows that a report is Event Grid's. */
export type AcsSettings = {
  /** Without a path: `https://name.communication.azure.com`. */
  readonly endpoint: string
  readonly accessKey: Uint8Array
  /** Left out where there is no Event Grid subscription: operations are polled instead. */
  readonly reportKey: string | undefined
}

/** Too many to guess, and what a generated key has anyway. */
const REPORT_KEY_MIN_CHARACTERS = 16

const BASE64 = /^(?!$)(?:[A-Za-z0-9+/]{4})*(?:[A-Za-z0-9+/]{2}==|[A-Za-z0-9+/]{3}=)?$/

/** Reads `endpoint=…;accesskey=…`, the form in which Azure's portal shows both. */
function parseConnectionString(text: string): Pick<AcsSettings, 'endpoint' | 'accessKey'> | undefined {
  const members = new Map(
    text.split(';').map((pair): [string, string] => {
      const cut = pair.indexOf('=')
      return [pair.slice(0, Math.max(cut, 0)).trim().toLowerCase(), pair.slice(cut + 1).trim()]
    }),
  )
  const [endpoint = '', accessKey = ''] = [members.get('endpoint'), members.get('accesskey')]
  const key = BASE64.test(accessKey) ? fromBase64(accessKey) : undefined
  return isSecureUrl(endpoint) && key ? { endpoint: new URL(endpoint).origin, accessKey: key } : undefined
}

/** How each setting is written. */
export const acsSettings = z.object({
  ACS_CONNECTION_STRING: z
    .string()
    .transform((text, context) => {
      const parsed = parseConnectionString(text)
      if (parsed) return parsed
      context.addIssue({ code: 'custom', message: 'not a connection string' })
      return z.NEVER
    })
    .describe('endpoint=https://…;accesskey=… as the Azure portal shows it; http on loopback only'),
  ACS_REPORT_KEY: z
    .union([z.literal(''), secret.min(REPORT_KEY_MIN_CHARACTERS)])
    .default('')
    .describe('the key that Event Grid brings delivery reports with, of at least 16 characters, or empty without it'),
})

/**
 * Reads what the provider needs. Asked only where the provider is selected.
 *
 * @throws ConfigurationError
 */
export function parseAcsSettings(source: unknown): AcsSettings {
  const settings = parseSettings(acsSettings, source)
  return { ...settings.ACS_CONNECTION_STRING, reportKey: settings.ACS_REPORT_KEY || undefined }
}
