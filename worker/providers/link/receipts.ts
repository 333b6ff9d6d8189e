import { fail, ok, type Result } from '@straks/shared'
import type { Failure } from '../../domain/failure.ts'
import { readHeader } from '../../platform/read-header.ts'
import { isLogin } from '../receipts/basic-login.ts'
import type { ReceiptContext, ReceiptEndpoint } from '../receipts/receipt-endpoint.ts'
import { receiveAllByReference } from '../receipts/references.ts'
import { readReports, writeAcknowledgement } from './report.ts'
import { LINK_PROVIDER, parseLinkSettings } from './settings.ts'

const UNAUTHORIZED = { status: 401, headers: { 'www-authenticate': 'Basic realm="reports", charset="UTF-8"' } }

async function receive(request: Request, context: ReceiptContext): Promise<Result<Response, Failure>> {
  const { reports: login } = parseLinkSettings(context.env)
  if (!(await isLogin(readHeader(request, 'authorization'), login))) return ok(new Response(null, UNAUTHORIZED))
  const body = await context.readBody()
  if (!body.ok) return fail(body.failure)
  const reports = readReports(new TextDecoder().decode(body.value), Date.now())
  if (!reports.ok) {
    context.note({ refused: 'report-unreadable' })
    return ok(new Response('The body is no list of delivery reports.', { status: 400 }))
  }
  const unknown = await receiveAllByReference(context, LINK_PROVIDER, reports.value)
  context.note({ reports: reports.value.length, unknown })
  const headers = { 'content-type': 'text/xml; charset=utf-8' }
  return ok(new Response(writeAcknowledgement(reports.value), { headers }))
}

/** Where LINK's gateway reports of messages it took: the address that Altinn has for it. docs/altinn/notifications.md §5.2. */
export const linkReceipts: ReceiptEndpoint = {
  method: 'POST',
  path: '/notifications/sms/api/v1/reports',
  description: {
    operationId: 'receiveLinkReport',
    summary: 'Take in reports of LINK Mobility',
    description: 'Delivery reports of the XML gateway, known or not.',
    security: { name: 'linkReports', scheme: { type: 'http', scheme: 'basic' } },
    requestType: 'text/xml',
    taken: { status: 200, type: 'text/xml' },
    stranger: { status: 401, description: 'Not its login.' },
  },
  receive,
}
