import { type Exchange, refuse } from '../http/exchange.ts'
import { readBody } from '../http/read-body.ts'
import {
  isFromTwilio,
  readReceipt,
  readStatusUrl,
  receiveStatus,
  TWILIO_PROVIDER,
} from '../receipts/twilio-statuses.ts'

/**
 * `POST /notifications/sms/api/v1/twilio/status`: what Twilio tells of a message it took. The query names the message.
 *
 * Known or not, a status that can be read is acknowledged. What cannot be stored is not, so that Twilio's log shows it.
 */
export async function receiveTwilioStatus(request: Request, exchange: Exchange): Promise<Response> {
  const { config, env } = exchange
  if (!config.smsProviders.includes(TWILIO_PROVIDER)) return refuse(exchange, { reason: 'route-unknown' })
  const body = await readBody(request)
  if (!body.ok) return refuse(exchange, body.failure)
  const parameters = new URLSearchParams(new TextDecoder().decode(body.value))
  const url = new URL(request.url)
  // Signed is the address that Twilio was given; what is in front of this service may have changed host and scheme.
  const given = config.publicUrl + url.pathname + url.search
  if (!(await isFromTwilio(request.headers.get('x-twilio-signature'), given, parameters, env)))
    return new Response(null, { status: 403 })
  const addressee = readStatusUrl(url)
  const receipt = readReceipt(parameters, Date.now())
  if (!addressee || !receipt) {
    exchange.note({ refused: 'report-unreadable' })
    return new Response('The body or the query is no status of a message.', { status: 400 })
  }
  const isKnown = await receiveStatus(env, addressee, receipt)
  exchange.note({ reports: 1, unknown: isKnown ? 0 : 1 })
  return new Response(null, { status: 204 })
}
