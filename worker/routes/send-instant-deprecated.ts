import { instant } from '@straks/shared'
import { instantMessage } from '../domain/instant-message.ts'
import type { Exchange } from '../http/exchange.ts'
import { API_PATH } from './paths.ts'
import { sendInstant } from './send-instant.ts'

/** When the route was deprecated, in seconds since 1970: 1 October 2025 (RFC 9745). */
const DEPRECATED_SINCE = '@1759276800'

/** When it may go away (RFC 8594): far enough ahead for a client to be rebuilt. */
const SUNSET = 'Fri, 31 Dec 2027 23:59:59 GMT'

const send = sendInstant(instant, instantMessage)

/** `POST /future/orders/instant`, deprecated: works, and says in every answer where to go instead. Seed 000. */
export async function sendInstantDeprecated(request: Request, exchange: Exchange): Promise<Response> {
  const response = await send(request, exchange)
  response.headers.set('deprecation', DEPRECATED_SINCE)
  response.headers.set('sunset', SUNSET)
  response.headers.set('link', `<${API_PATH}/future/orders/instant/sms>; rel="successor-version"`)
  return response
}
