import { type Exchange, refuse } from '../http/exchange.ts'
import { readJsonBody } from '../http/json-body.ts'
import { ACS_PROVIDER, isFromEventGrid, readEvents, receiveReports } from '../receipts/acs-reports.ts'

/**
 * `POST /notifications/email/api/v1/reports`: what Event Grid reports of mail that Azure Communication Services took.
 * `spec/notifications.md` 6.5.
 *
 * Known or not, a report is acknowledged: Event Grid would only bring it again. What cannot be stored is not, so that it
 * does.
 */
export async function receiveAcsReport(request: Request, exchange: Exchange): Promise<Response> {
  const { config, env } = exchange
  if (!config.emailProviders.includes(ACS_PROVIDER)) return refuse(exchange, { reason: 'route-unknown' })
  if (!(await isFromEventGrid(request, env))) return new Response(null, { status: 401 })
  const body = await readJsonBody(request)
  if (!body.ok) return refuse(exchange, body.failure)
  const message = readEvents(body.value, Date.now())
  if (!message.ok) {
    exchange.note({ refused: 'report-unreadable' })
    return new Response('The body is no list of events.', { status: 400 })
  }
  if (message.value.kind === 'handshake') return Response.json({ validationResponse: message.value.validationCode })
  const { reports, unreadable } = message.value
  exchange.note({ reports: reports.length, unreadable, unknown: await receiveReports(env, reports) })
  return new Response(null, { status: 200 })
}
