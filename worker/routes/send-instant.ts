import { type DocumentKind, judge } from '@straks/shared'
import type * as z from 'zod'
import { authenticate, NOTIFICATIONS_CREATE, requireOrganization } from '../auth/authenticate.ts'
import { deliver } from '../delivery/deliver.ts'
import type { DefaultSenders } from '../domain/contents.ts'
import type { InstantMessage } from '../domain/message.ts'
import { deriveFingerprint, deriveOrderKey, MAIN_SHIPMENT_NUMBER, ORDER_NUMBER, toUuid } from '../domain/order-id.ts'
import { STATUS_OF } from '../domain/status.ts'
import { ledgerOf } from '../durable-objects/objects.ts'
import { type Exchange, refuse } from '../http/exchange.ts'
import { readJsonBody } from '../http/json-body.ts'
import { log } from '../log/log.ts'
import { isSimulated } from '../orders/simulated.ts'
import { SHIPMENT_PATH } from './paths.ts'

const MS_PER_SECOND = 1_000

/** Accepts an already judged message: stores it under its key, answers, and makes the first attempt after the answer. */
async function accept(exchange: Exchange, organization: string, message: InstantMessage): Promise<Response> {
  const { env, trace, providers, config } = exchange
  const { idempotencyId, sendersReference, destination, content, channel } = message
  const [orderKey, fingerprint] = await Promise.all([
    deriveOrderKey('instant', organization, idempotencyId),
    deriveFingerprint(idempotencyId, JSON.stringify([destination, message.timeToLiveSeconds, content])),
  ])
  const address = { orderKey, number: MAIN_SHIPMENT_NUMBER, position: 0 }
  const simulated = isSimulated(config, channel, destination)
  const shipmentId = toUuid(address)
  exchange.note({ organization, shipmentId })
  const acceptance = await ledgerOf(env, organization, address).acceptInstant({
    orderKey,
    organization,
    fingerprint,
    sendersReference,
    destination,
    simulated,
    content,
    timeToLiveMs: message.timeToLiveSeconds * MS_PER_SECOND,
    traceId: trace.traceId,
  })
  const reference = acceptance.kind === 'created' ? sendersReference : acceptance.sendersReference
  const answer = {
    notificationOrderId: toUuid({ orderKey, number: ORDER_NUMBER }),
    notification: { shipmentId, ...(reference !== undefined && { sendersReference: reference }) },
  }
  if (acceptance.kind === 'replayed')
    return Response.json(answer, {
      headers: { 'straks-idempotency': acceptance.sameRequest ? 'replay' : 'mismatch' },
    })
  const { attempt, expiresAtMs } = acceptance
  log('info', 'shipment', { shipmentId, organization, channel, to: STATUS_OF[channel].sending, traceId: trace.traceId })
  exchange.afterwards(
    deliver(env, providers, {
      ...{ organization, address, attempt, content, simulated, expiresAtMs, trace },
      to: destination,
      stayWith: undefined,
      askedLast: undefined,
    }),
  )
  return Response.json(answer, { status: 201, headers: { location: config.publicUrl + SHIPMENT_PATH + shipmentId } })
}

/**
 * Makes the handler of one instant route. The checks come in the order of `spec/notifications.md` 1.2: token and
 * scope, body, organisation, key; so a request that is wrong is refused even where its key was used before.
 */
export const sendInstant =
  <Schema extends z.ZodType>(
    kind: DocumentKind<Schema>,
    toMessage: (request: z.output<Schema>, defaults: DefaultSenders) => InstantMessage,
  ) =>
  async (request: Request, exchange: Exchange): Promise<Response> => {
    const principal = await authenticate(request, exchange.verifier, NOTIFICATIONS_CREATE, Date.now())
    if (!principal.ok) return refuse(exchange, principal.failure)
    const body = await readJsonBody(request)
    if (!body.ok) return refuse(exchange, body.failure)
    const verdict = judge(kind, body.value, exchange.language)
    if (!verdict.ok) return refuse(exchange, { reason: 'request-invalid', findings: verdict.failure })
    const organization = requireOrganization(principal.value)
    if (!organization.ok) return refuse(exchange, organization.failure)
    return accept(exchange, organization.value, toMessage(verdict.value.request, exchange.config.defaultSenders))
  }
