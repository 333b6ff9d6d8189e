import { fail, ok, type Result } from '@straks/shared'
import type { Failure } from '../../domain/failure.ts'
import { readHeader } from '../../platform/read-header.ts'
import type { ReceiptContext, ReceiptEndpoint } from '../receipts/receipt-endpoint.ts'
import { receiveAllByReference } from '../receipts/references.ts'
import { isSameSecret } from '../receipts/same-secret.ts'
import { readEvents } from './events.ts'
import { ACS_PROVIDER, parseAcsSettings } from './settings.ts'

/** The header that Event Grid shows the key in; where it can only send an address, the query member that has the key. */
const KEY_HEADER = 'straks-report-key'
const KEY_MEMBER = 'key'

async function isFromEventGrid(request: Request, env: Env): Promise<boolean> {
  const { reportKey } = parseAcsSettings(env)
  if (reportKey === undefined) return false
  const shown = readHeader(request, KEY_HEADER) ?? new URL(request.url).searchParams.get(KEY_MEMBER) ?? ''
  return isSameSecret(shown, reportKey)
}

async function receive(request: Request, context: ReceiptContext): Promise<Result<Response, Failure>> {
  if (!(await isFromEventGrid(request, context.env))) return ok(new Response(null, { status: 401 }))
  const body = await context.readJson()
  if (!body.ok) return fail(body.failure)
  const message = readEvents(body.value, Date.now())
  if (!message.ok) {
    context.note({ refused: 'report-unreadable' })
    return ok(new Response('The body is no list of events.', { status: 400 }))
  }
  if (message.value.kind === 'handshake') return ok(Response.json({ validationResponse: message.value.validationCode }))
  const { reports, unreadable } = message.value
  const unknown = await receiveAllByReference(context, ACS_PROVIDER, reports)
  context.note({ reports: reports.length, unreadable, unknown })
  return ok(new Response(null, { status: 200 }))
}

/** Where Event Grid reports of mail that Azure Communication Services took. docs/altinn/notifications.md §6.5. */
export const acsReceipts: ReceiptEndpoint = {
  method: 'POST',
  path: '/notifications/email/api/v1/reports',
  description: {
    operationId: 'receiveAcsReport',
    summary: 'Take in reports of Azure Communication Services',
    description: 'Events of Event Grid, and its question whether this end point wants them.',
    security: { name: 'reportKey', scheme: { type: 'apiKey', in: 'header', name: 'Straks-Report-Key' } },
    requestType: 'application/json',
    taken: { status: 200 },
    stranger: { status: 401, description: 'Not its key.' },
  },
  receive,
}
