import { MS_PER_SECOND } from '@straks/shared'
import { COUNTING_FENCES, type CountingFence, type Fences, limitOf } from '../../domain/fences.ts'

/** What a fence is called in the fields and in the list of fences. */
const POLICY_NAMES = { perMinute: 'minute', perDay: 'day', perRecipient: 'recipient' } as const satisfies Record<
  CountingFence,
  string
>

/**
 * What a client is told whose messages a fence does not let pass: when to come again, and all policies
 * (draft-ietf-httpapi-ratelimit-headers).
 */
export function rateLimitFields(
  fences: Fences,
  fence: CountingFence,
  retryAfterMs: number,
): Readonly<Record<'retry-after' | 'ratelimit' | 'ratelimit-policy', string>> {
  const seconds = String(Math.max(1, Math.ceil(retryAfterMs / MS_PER_SECOND)))
  const policies = COUNTING_FENCES.flatMap((name) => {
    const limit = limitOf(fences, name)
    return limit ? [`"${POLICY_NAMES[name]}";q=${limit.messages};w=${limit.seconds}`] : []
  })
  return {
    'retry-after': seconds,
    ratelimit: `"${POLICY_NAMES[fence]}";r=0;t=${seconds}`,
    'ratelimit-policy': policies.join(', '),
  }
}
