import { fail, MS_PER_DAY, type OrderRequest, ok, order as orderKind } from '@straks/shared'
import { described } from '#described'
import { NOTIFICATIONS_CREATE } from '../../auth/authenticate.ts'
import { fencesOf } from '../../domain/fences.ts'
import type { Order } from '../../domain/order.ts'
import { toOrder } from '../../domain/order-request.ts'
import { isReachable } from '../../domain/preparation.ts'
import { recipientsOf } from '../../domain/recipient-list.ts'
import { noteDialog } from '../../orders/dialog-orders.ts'
import { lookUpAll } from '../../orders/look-up.ts'
import { findReplay, idsOf, type NamedOrder, nameOrder, storeOrder } from '../../orders/place-order.ts'
import { ConfigurationError } from '../../platform/config.ts'
import { Limiter } from '../../platform/limiter.ts'
import { log, logError } from '../../platform/log.ts'
import { missedCountries, passFences } from '../fences/pass-fences.ts'
import type { RequestContext } from '../http/request-context.ts'
import { SHIPMENT_PATH } from '../paths.ts'
import { organizationWith } from '../routing/access.ts'
import { judged } from '../routing/body.ts'
import { problem } from '../routing/documentation.ts'
import { defineRoute } from '../routing/route.ts'
import { acceptedOrder } from './accepted-order.ts'
import { askOf, numbersOf } from './fenced-order.ts'

/** Look-ups that one request makes at a time: the platform opens six connections for it. */
const LOOKUPS_AT_ONCE = 6

type References = readonly (string | undefined)[]

const shipmentAnswer = (shipmentId: string | undefined, sendersReference: string | undefined) => ({
  shipmentId,
  ...(sendersReference !== undefined && { sendersReference }),
})

/** The ids of an order and its shipments. docs/altinn/notifications.md §2.1. */
function answerOf(named: NamedOrder, references: References) {
  const { notificationOrderId, shipmentIds } = idsOf(named)
  const [main, ...reminders] = shipmentIds.map((shipmentId, index) => shipmentAnswer(shipmentId, references[index]))
  return { notificationOrderId, notification: { ...main, ...(reminders.length > 0 && { reminders }) } }
}

/**
 * Whether every recipient, also of the reminders, can be reached in its channels. A reservation is not a missing
 * address, and a register that does not answer says nothing: the order waits for it when it is due.
 */
async function isDeliverable({ register }: RequestContext, { shipments }: Order): Promise<boolean> {
  const wanted = shipments.flatMap(({ recipient, channel }) =>
    recipientsOf(recipient).map((one) => ({ recipient: one, channel })),
  )
  const contacts = await lookUpAll(
    register,
    wanted.map(({ recipient }) => recipient),
    new Limiter(LOOKUPS_AT_ONCE),
  )
  return wanted.every(({ channel }, index) => {
    const contact = contacts[index] ?? 'unavailable'
    return contact === 'unavailable' || contact.reserved || isReachable(contact, channel)
  })
}

/**
 * Refuses to call a recipient unknown where production has never filled its register: that is no fault of the order.
 *
 * @throws ConfigurationError
 */
async function requireRegister({ config, register }: RequestContext): Promise<void> {
  if (config.environment === 'production' && (await register.isEmpty?.()))
    throw new ConfigurationError(
      'The setting REGISTER is embedded, and that register is empty: in production it must be filled, or be altinn.',
    )
}

/** Answers for an order whose key is taken, with the ids and references of the first. */
const answerReplay = (named: NamedOrder, references: References, sameRequest: boolean): Response =>
  Response.json(answerOf(named, references), {
    headers: { 'straks-idempotency': sameRequest ? 'replay' : 'mismatch' },
  })

/**
 * Notes the dialogue that an order belongs to, before the order is stored: ids without an order show nothing, and an order
 * that is not noted would be missing from the log. Where the database is away the order is accepted all the same.
 */
async function noteAssociation(
  { env, config }: RequestContext,
  organization: string,
  { dialogportenAssociation }: OrderRequest,
  named: NamedOrder,
): Promise<void> {
  if (!dialogportenAssociation) return
  const { shipmentIds } = idsOf(named)
  const lastDueMs = named.order.shipments.reduce((latest, { dueMs }) => Math.max(latest, dueMs), 0)
  // A message may wait a day for its window, and is then tried for two.
  const eraseAtMs = lastDueMs + (config.retentionDays + 3) * MS_PER_DAY
  await noteDialog(env, organization, dialogportenAssociation, { shipmentIds, eraseAtMs }).catch((error: unknown) =>
    logError('dialog-not-noted', error, { organization, shipmentId: shipmentIds[0] }),
  )
}

/**
 * `POST /future/orders`: one message with its reminders, to one recipient, when it falls due.
 * docs/altinn/notifications.md §7.
 *
 * A replay is answered before any recipient is looked up.
 */
export const createOrder = defineRoute({
  method: 'POST',
  path: '/future/orders',
  access: organizationWith(NOTIFICATIONS_CREATE),
  body: judged(orderKind, 'order'),
  documentation: described(() => ({
    id: 'createOrder',
    summary: 'Order a message with its reminders',
    description:
      'Sends a message, and later its reminders, to an address, or to a person or an organisation whose addresses are in a register. A condition may decide when it is due whether it is still sent.',
    answers: {
      ...acceptedOrder('Accepted and stored.'),
      422: problem(
        'A recipient, or one of a reminder, has no address in its channels. Nothing is stored, and the key stays free.',
      ),
    },
  })),
  handle: async ({ caller: { organization }, body, context }) => {
    const { env, config, trace } = context
    const { request } = body
    const order = toOrder(request, config.defaultSenders, Date.now())
    const named = await nameOrder({ organization, namespace: 'order', order, traceId: trace.traceId, request })
    const { shipmentIds } = idsOf(named)
    context.note({ organization, shipmentId: shipmentIds[0] })
    const replay = await findReplay(env, named)
    if (replay?.kind === 'replayed') return ok(answerReplay(named, replay.sendersReferences, replay.sameRequest))
    const countries = missedCountries(context, organization, numbersOf(order))
    if (countries) return fail(body.refuseBeyond(countries))
    const passed = await passFences(context, organization, askOf(named, fencesOf(config.fences, organization)))
    if (!passed.ok) return passed
    if (!(await isDeliverable(context, order))) {
      passed.value.giveBack()
      await requireRegister(context)
      return fail({ reason: 'contact-missing' })
    }
    await noteAssociation(context, organization, body.request, named)
    const acceptance = await storeOrder(env, named)
    if (acceptance.kind === 'replayed') {
      passed.value.giveBack()
      return ok(answerReplay(named, acceptance.sendersReferences, acceptance.sameRequest))
    }
    passed.value.keep()
    const news = context.organizations.note(env, organization, named.orderKey)
    if (news) context.afterwards(news)
    log('info', 'order', { organization, shipmentId: shipmentIds[0], shipments: shipmentIds.length })
    const references = order.shipments.map(({ sendersReference }) => sendersReference)
    return ok(
      Response.json(answerOf(named, references), {
        status: 201,
        headers: { location: config.publicUrl + SHIPMENT_PATH + shipmentIds[0] },
      }),
    )
  },
})
