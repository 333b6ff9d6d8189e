import { type Exchange, refuse } from '../http/exchange.ts'
import { readBody } from '../http/read-body.ts'
import {
  isFromGateway,
  LINK_PROVIDER,
  readReports,
  receiveReports,
  writeAcknowledgement,
} from '../receipts/link-reports.ts'

/**
 * `POST /notifications/sms/api/v1/reports`: what LINK's gateway reports of messages it took.
 * `spec/notifications.md` 5.2.
 *
 * Known or not, a report that can be read is acknowledged: the gateway would only bring it again. What cannot be stored
 * is not, so that it does.
 */
export async function receiveLinkReport(request: Request, exchange: Exchange): Promise<Response> {
  const { config, env } = exchange
  if (!config.smsProviders.includes(LINK_PROVIDER)) return refuse(exchange, { reason: 'route-unknown' })
  if (!(await isFromGateway(request, env)))
    return new Response(null, {
      status: 401,
      headers: { 'www-authenticate': 'Basic realm="reports", charset="UTF-8"' },
    })
  const body = await readBody(request)
  if (!body.ok) return refuse(exchange, body.failure)
  const reports = readReports(new TextDecoder().decode(body.value), Date.now())
  if (!reports.ok) {
    exchange.note({ refused: 'report-unreadable' })
    return new Response('The body is no list of delivery reports.', { status: 400 })
  }
  const unknown = await receiveReports(env, reports.value)
  exchange.note({ reports: reports.value.length, unknown })
  return new Response(writeAcknowledgement(reports.value), { headers: { 'content-type': 'text/xml; charset=utf-8' } })
}
