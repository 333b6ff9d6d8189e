import type { judgeRequest } from '../http/judge-request.ts'
import type { RequestContext } from '../http/request-context.ts'
import { rulePageOf } from '../http/rule-page.ts'

/** The rule that finds the two members that came before `customRecipients`. */
const RULE = 'deprecated-recipient-field'

/**
 * When `customRecipients` came, in seconds since 1970: 11 September 2025 (RFC 9745). docs/altinn/correspondence.md §7.
 */
const DEPRECATED_SINCE = '@1757548800'

/** Whether a request that was judged has a deprecated member. */
export const usesDeprecated = (verdict: ReturnType<typeof judgeRequest>): boolean =>
  verdict.ok ? verdict.value.isAdvised(RULE) : verdict.failure.findings.some(({ code }) => code === RULE)

/** Says so in the answer. docs/altinn/correspondence.md §2.2. */
export function announceDeprecation({ config, headers }: RequestContext): void {
  headers.set('deprecation', DEPRECATED_SINCE)
  headers.set('link', `<${rulePageOf(config.publicUrl, 'en', RULE)}>; rel="deprecation"`)
}
