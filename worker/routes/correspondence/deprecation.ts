import type { Finding } from '@straks/shared'
import type { Exchange } from '../../http/exchange.ts'

/** The rule that finds the two members that came before `customRecipients`. */
const RULE = 'deprecated-recipient-field'

/** When `customRecipients` came, in seconds since 1970: 11 September 2025 (RFC 9745). `spec/correspondence.md` 11. */
const DEPRECATED_SINCE = '@1757548800'

/** Says so in the answer where a request uses a deprecated member. Seed 004, "UTGÅTT". */
export function withDeprecation({ config }: Exchange, findings: readonly Finding[], response: Response): Response {
  if (!findings.some(({ code }) => code === RULE)) return response
  response.headers.set('deprecation', DEPRECATED_SINCE)
  response.headers.set('link', `<${config.publicUrl}/docs#${RULE}>; rel="deprecation"`)
  return response
}
