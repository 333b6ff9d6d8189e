import { fail, ok, type Result } from '@straks/shared'
import type { Failure } from '../../domain/failure.ts'
import { readHeader } from '../../platform/read-header.ts'
import type { ReceiptContext, ReceiptEndpoint } from '../receipts/receipt-endpoint.ts'
import { takeInReceipt } from '../receipts/references.ts'
import { isSameSecret } from '../receipts/same-secret.ts'
import { parseTwilioSettings, TWILIO_PROVIDER } from './settings.ts'
import { signatureOf } from './signature.ts'
import { readStatusUrl, TWILIO_STATUS_PATH } from './status-url.ts'
import { readReceipt } from './statuses.ts'

async function receive(request: Request, context: ReceiptContext): Promise<Result<Response, Failure>> {
  const { env, config } = context
  const body = await context.readBody()
  if (!body.ok) return fail(body.failure)
  const parameters = new URLSearchParams(new TextDecoder().decode(body.value))
  const url = new URL(request.url)
  // Signed is the address that Twilio was given; what is in front of this service may have changed host and scheme.
  const given = config.publicUrl + url.pathname + url.search
  const expected = await signatureOf(parseTwilioSettings(env).authToken, given, parameters)
  if (!(await isSameSecret(readHeader(request, 'x-twilio-signature') ?? '', expected)))
    return ok(new Response(null, { status: 403 }))
  const addressee = readStatusUrl(url)
  const receipt = readReceipt(parameters, Date.now())
  if (!addressee || !receipt) {
    context.note({ refused: 'report-unreadable' })
    return ok(new Response('The body or the query is no status of a message.', { status: 400 }))
  }
  const { organization, reference } = addressee
  const isKnown = await takeInReceipt(context, TWILIO_PROVIDER, { organization, delivery: reference }, { receipt })
  context.note({ reports: 1, unknown: isKnown ? 0 : 1 })
  return ok(new Response(null, { status: 204 }))
}

/** Where Twilio tells what became of a message that it took. The query names the message. */
export const twilioReceipts: ReceiptEndpoint = {
  method: 'POST',
  path: TWILIO_STATUS_PATH,
  description: {
    operationId: 'receiveTwilioStatus',
    summary: 'Take in a status of Twilio',
    description: 'A status callback, signed for this very address (`X-Twilio-Signature`).',
    security: { name: 'twilioSignature', scheme: { type: 'apiKey', in: 'header', name: 'X-Twilio-Signature' } },
    requestType: 'application/x-www-form-urlencoded',
    taken: { status: 204 },
    stranger: { status: 403, description: 'Not its signature.' },
  },
  receive,
}
