import * as z from 'zod'
import { isSecureUrl, parseSettings } from '../../config.ts'
import { secret } from '../http/settings.ts'

/** Where mail is handed over, the key that requests are signed with, and what shows that a report is Event Grid's. */
export type AcsSettings = {
  /** Without a path: `https://name.communication.azure.com`. */
  readonly endpoint: string
  readonly accessKey: Uint8Array
  readonly reportKey: string
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
  if (!isSecureUrl(endpoint) || !BASE64.test(accessKey)) return undefined
  return {
    endpoint: new URL(endpoint).origin,
    accessKey: Uint8Array.from(atob(accessKey), (character) => character.charCodeAt(0)),
  }
}

const Settings = z.object({
  ACS_CONNECTION_STRING: z
    .string()
    .transform((text, context) => {
      const parsed = parseConnectionString(text)
      if (parsed) return parsed
      context.addIssue({ code: 'custom', message: 'not a connection string' })
      return z.NEVER
    })
    .describe('endpoint=https://…;accesskey=… as the Azure portal shows it; http on loopback only'),
  ACS_REPORT_KEY: secret
    .min(REPORT_KEY_MIN_CHARACTERS)
    .describe('the key that Event Grid brings delivery reports with, of at least 16 characters'),
})

/**
 * Reads what the provider needs. Asked only where the provider is selected.
 *
 * @throws ConfigurationError
 */
export function parseAcsSettings(source: unknown): AcsSettings {
  const settings = parseSettings(Settings, source)
  return { ...settings.ACS_CONNECTION_STRING, reportKey: settings.ACS_REPORT_KEY }
}
