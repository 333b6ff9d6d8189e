import { instant } from '@straks/shared'
import { described } from '#described'
import { instantMessage } from '../../domain/instant-message.ts'
import { API_PATH } from '../paths.ts'
import { defineInstantRoute } from './send-instant.ts'

/** When the route was deprecated, in seconds since 1970: 1 October 2025 (RFC 9745). */
const DEPRECATED_SINCE = '@1759276800'

/** When it may go away (RFC 8594): far enough ahead for a client to be rebuilt. */
const SUNSET = 'Fri, 31 Dec 2027 23:59:59 GMT'

/**
 * `POST /future/orders/instant`, deprecated: works, and says in every answer where to go instead.
 * docs/altinn/notifications.md §3.1.
 */
export const sendInstantDeprecated = defineInstantRoute('/future/orders/instant', instant, instantMessage, {
  deprecation: { since: DEPRECATED_SINCE, sunset: SUNSET, successor: `${API_PATH}/future/orders/instant/sms` },
  documentation: described(() => ({
    id: 'sendInstant',
    summary: 'Send an SMS at once (deprecated)',
    description: 'Works as before. Use `/orders/instant/sms` instead.',
  })),
})
