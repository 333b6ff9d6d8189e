import type { Finding } from '@straks/shared'
import type { RequestContext } from '../http/request-context.ts'
import { rulePageOf } from '../http/rule-page.ts'

/** The rule that finds the two members that came before `customRecipients`. */
const RULE = 'deprecated-recipient-field'

/**
 * When `customRecipients` came, in seconds since 1970: 11 September 2025 (RFC 9745). docs/altinn/correspondence.md §7.
 */
const DEPRECATED_SINCE = '@1757548800'

/** Says so in the answer where a request uses a deprecated member. docs/altinn/correspondence.md §2.2. */
export function announceDeprecation({ config, headers }: RequestContext, findings: readonly Finding[]): void {
  if (!findings.some(({ code }) => code === RULE)) return
  headers.set('deprecation', DEPRECATED_SINCE)
  headers.set('link', `<${rulePageOf(config.publicUrl, 'en', RULE)}>; rel="deprecation"`)
}
