import { judge, order as orderKind } from '@straks/shared'
import { authenticate, NOTIFICATIONS_CREATE, requireOrganization } from '../../auth/authenticate.ts'
import type { Order } from '../../domain/order.ts'
import { toOrder } from '../../domain/order-request.ts'
import { isReachable } from '../../domain/preparation.ts'
import { type Exchange, refuse } from '../../http/exchange.ts'
import { readJsonBody } from '../../http/json-body.ts'
import { log } from '../../log/log.ts'
import { allowsLoopback } from '../../orders/condition.ts'
import { lookUp } from '../../orders/look-up.ts'
import { findReplay, idsOf, type NamedOrder, nameOrder, storeOrder } from '../../orders/place-order.ts'
import { refusalsOf } from '../../orders/refuse-order.ts'
import { SHIPMENT_PATH } from '../paths.ts'

type References = readonly (string | undefined)[]

const shipmentAnswer = (shipmentId: string | undefined, sendersReference: string | undefined) => ({
  shipmentId,
  ...(sendersReference !== undefined && { sendersReference }),
})

/** The ids of an order and its shipments. `spec/notifications.md` 2.1. */
function answerOf(named: NamedOrder, references: References) {
  const { notificationOrderId, shipmentIds } = idsOf(named)
  const [main, ...reminders] = shipmentIds.map((shipmentId, index) => shipmentAnswer(shipmentId, references[index]))
  return { notificationOrderId, notification: { ...main, ...(reminders.length > 0 && { reminders }) } }
}

/**
 * Whether every recipient, also of the reminders, can be reached in its channels. A reservation is not a missing
 * address, and a register that does not answer says nothing: the order waits for it when it is due.
 */
async function isDeliverable({ register }: Exchange, { shipments }: Order): Promise<boolean> {
  const reachable = await Promise.all(
    shipments.map(async ({ recipient, channel }) => {
      const contact = await lookUp(register, recipient)
      return contact === 'unavailable' || contact.reserved || isReachable(contact, channel)
    }),
  )
  return reachable.every((isSo) => isSo)
}

/** Answers for an order whose key is taken, with the ids and references of the first. */
const answerReplay = (named: NamedOrder, references: References, sameRequest: boolean): Response =>
  Response.json(answerOf(named, references), {
    headers: { 'straks-idempotency': sameRequest ? 'replay' : 'mismatch' },
  })

/**
 * `POST /future/orders`: one message with its reminders, to one recipient, when it falls due.
 * `spec/notifications.md` 7.
 *
 * The checks come in the order of 1.2; a replay is answered before anybody is looked up.
 */
export async function createOrder(request: Request, exchange: Exchange): Promise<Response> {
  const { env, config, language, trace } = exchange
  const principal = await authenticate(request, exchange.verifier, NOTIFICATIONS_CREATE, Date.now())
  if (!principal.ok) return refuse(exchange, principal.failure)
  const body = await readJsonBody(request)
  if (!body.ok) return refuse(exchange, body.failure)
  const verdict = judge(orderKind, body.value, language)
  if (!verdict.ok) return refuse(exchange, { reason: 'request-invalid', findings: verdict.failure, dialect: 'order' })
  const nowMs = Date.now()
  const refusals = refusalsOf(verdict.value.request, { nowMs, language, allowLoopback: allowsLoopback(config) })
  if (refusals.length > 0) return refuse(exchange, { reason: 'request-invalid', findings: refusals, dialect: 'order' })
  const organization = requireOrganization(principal.value)
  if (!organization.ok) return refuse(exchange, organization.failure)

  const order = toOrder(verdict.value.request, config.defaultSenders, nowMs)
  const named = await nameOrder({
    ...{ organization: organization.value, namespace: 'order', order, traceId: trace.traceId },
    request: verdict.value.request,
  })
  exchange.note({ organization: organization.value, shipmentId: idsOf(named).shipmentIds[0] })
  const replay = await findReplay(env, named)
  if (replay?.kind === 'replayed') return answerReplay(named, replay.sendersReferences, replay.sameRequest)
  if (!(await isDeliverable(exchange, order))) return refuse(exchange, { reason: 'contact-missing' })
  const acceptance = await storeOrder(env, named)
  if (acceptance.kind === 'replayed') return answerReplay(named, acceptance.sendersReferences, acceptance.sameRequest)
  const { shipmentIds } = idsOf(named)
  log('info', 'order', { organization: organization.value, shipmentId: shipmentIds[0], shipments: shipmentIds.length })
  const references = order.shipments.map(({ sendersReference }) => sendersReference)
  return Response.json(answerOf(named, references), {
    status: 201,
    headers: { location: config.publicUrl + SHIPMENT_PATH + shipmentIds[0] },
  })
}
