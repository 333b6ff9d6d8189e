import * as z from 'zod'
import { type DescribedAnswer, problem } from '../routing/documentation.ts'

const RetryAfter = () =>
  z.object({
    'Retry-After': z.string().meta({ description: 'Seconds until the fence opens.' }),
    RateLimit: z.string().meta({ description: 'The fence that is closed: draft-ietf-httpapi-ratelimit-headers.' }),
    'RateLimit-Policy': z.string().meta({ description: 'All fences that count your organisation’s messages.' }),
  })

/** The answer of a closed fence. */
export const TOO_MANY: DescribedAnswer = {
  ...problem('Your organisation, or this recipient, has had as many messages as a fence allows. The key stays free.'),
  headers: RetryAfter,
}
