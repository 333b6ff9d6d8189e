import { type DocumentKind, fail, MS_PER_SECOND, ok, type Result } from '@straks/shared'
import type * as z from 'zod'
import { described } from '#described'
import { NOTIFICATIONS_CREATE } from '../../auth/authenticate.ts'
import { LONGEST_AFTER_ANSWER_MS } from '../../delivery/attempt.ts'
import { deliver } from '../../delivery/deliver.ts'
import type { DefaultSenders } from '../../domain/contents.ts'
import type { Failure } from '../../domain/failure.ts'
import type { InstantMessage } from '../../domain/message.ts'
import {
  type DeliveryAddress,
  deriveFingerprint,
  deriveOrderKey,
  ledgerName,
  MAIN_SHIPMENT_NUMBER,
  ORDER_NUMBER,
  toUuid,
} from '../../domain/order-id.ts'
import { addressKey } from '../../domain/recipient-key.ts'
import { STATUS_OF } from '../../domain/status.ts'
import type { InstantAcceptance } from '../../ledger/contract.ts'
import { isSimulated } from '../../orders/simulated.ts'
import { ledgerOf } from '../../platform/objects.ts'
import { missedCountries, type Passed, passFences } from '../fences/pass-fences.ts'
import type { RequestContext } from '../http/request-context.ts'
import { acceptedOrder } from '../orders/accepted-order.ts'
import { SHIPMENT_PATH } from '../paths.ts'
import { organizationWith } from '../routing/access.ts'
import { judged } from '../routing/body.ts'
import { type Described, descriptionOf } from '../routing/described.ts'
import type { Documentation } from '../routing/documentation.ts'
import { type Deprecation, defineRoute, type Route } from '../routing/route.ts'

/** An accepted message with the names that its key gives it. */
type Named = {
  readonly message: InstantMessage
  readonly organization: string
  readonly address: DeliveryAddress
  readonly shipmentId: string
  readonly fingerprint: string
}

async function nameMessage(organization: string, message: InstantMessage): Promise<Named> {
  const { idempotencyId, sendersReference, destination, content, timeToLiveSeconds } = message
  const [orderKey, fingerprint] = await Promise.all([
    deriveOrderKey('instant', organization, idempotencyId),
    deriveFingerprint(idempotencyId, JSON.stringify([destination, timeToLiveSeconds, content, sendersReference])),
  ])
  const address = { orderKey, number: MAIN_SHIPMENT_NUMBER, position: 0 }
  return { message, organization, fingerprint, address, shipmentId: toUuid(address) }
}

/** The ids of a message, and the reference that it was first sent with. */
const answerOf = ({ address, shipmentId }: Named, sendersReference: string | undefined) => ({
  notificationOrderId: toUuid({ ...address, number: ORDER_NUMBER }),
  notification: { shipmentId, ...(sendersReference !== undefined && { sendersReference }) },
})

const answerReplay = (named: Named, sendersReference: string | undefined, sameRequest: boolean): Response =>
  Response.json(answerOf(named, sendersReference), {
    headers: { 'straks-idempotency': sameRequest ? 'replay' : 'mismatch' },
  })

/** Answers what a fence does not let pass: with the ids of the first, where the key was used before. */
async function refuseUnlessReplay({ env }: RequestContext, named: Named, failure: Failure): Promise<Accepted> {
  const { organization, address, fingerprint } = named
  const replay = await ledgerOf(env, organization, address).replay(address.orderKey, fingerprint)
  return replay?.kind === 'replayed'
    ? ok(answerReplay(named, replay.sendersReferences[0], replay.sameRequest))
    : fail(failure)
}

type Accepted = Result<Response, Failure>

/** Stores a message under its key, answers, and makes the first attempt after the answer. */
async function accept(context: RequestContext, named: Named, passed: Passed): Promise<Response> {
  const { env, trace, config, reports, organizations } = context
  const { organization, address, shipmentId, fingerprint, message } = named
  const { sendersReference, destination, content, channel } = message
  const { orderKey } = address
  const simulated = isSimulated(config, channel, destination)
  const order = {
    orderKey,
    organization,
    fingerprint,
    sendersReference,
    destination,
    simulated,
    content,
    timeToLiveMs: message.timeToLiveSeconds * MS_PER_SECOND,
    traceId: trace.traceId,
  }
  const acceptance = await reports.ride(
    ledgerName(organization, orderKey),
    async (filed): Promise<InstantAcceptance> => await ledgerOf(env, organization, address).acceptInstant(order, filed),
  )
  if (acceptance.kind === 'replayed') {
    passed.giveBack()
    return answerReplay(named, acceptance.sendersReference, acceptance.sameRequest)
  }
  passed.keep()
  const { attempt, expiresAtMs } = acceptance
  context.note({ to: STATUS_OF[channel].sending })
  const delivering = deliver(env, context, {
    organization,
    address,
    attempt,
    content,
    simulated,
    expiresAtMs,
    trace,
    to: destination,
    longestMs: LONGEST_AFTER_ANSWER_MS,
    pinnedProvider: undefined,
    previousProvider: undefined,
  })
  const news = organizations.note(env, organization, address.orderKey)
  if (news) context.afterwards(news)
  context.afterwards(delivering.then((report) => reports.file(env, organization, report)))
  return Response.json(answerOf(named, sendersReference), {
    status: 201,
    headers: { location: config.publicUrl + SHIPMENT_PATH + shipmentId },
  })
}

/** Lets an already judged message pass the fences of its organisation, and accepts it. */
async function send(
  context: RequestContext,
  organization: string,
  message: InstantMessage,
  refuseBeyond: (smsCountries: readonly string[]) => Failure,
): Promise<Accepted> {
  const named = await nameMessage(organization, message)
  const { channel, destination } = message
  context.note({ organization, shipmentId: named.shipmentId, channel })
  const countries = channel === 'sms' ? missedCountries(context, organization, [destination]) : undefined
  if (countries) return refuseUnlessReplay(context, named, refuseBeyond(countries))
  const passed = await passFences(context, organization, {
    id: named.address.orderKey,
    messages: 1,
    recipients: [addressKey(channel, destination)],
  })
  if (!passed.ok) return refuseUnlessReplay(context, named, passed.failure)
  return ok(await accept(context, named, passed.value))
}

/** Declares one instant route: what is judged as this kind of request is accepted as this message. */
export const defineInstantRoute = <Schema extends z.ZodType>(
  path: string,
  kind: DocumentKind<Schema>,
  toMessage: (request: z.output<Schema>, defaults: DefaultSenders) => InstantMessage,
  rest: { readonly documentation: Described<Omit<Documentation, 'answers'>>; readonly deprecation?: Deprecation },
): Route =>
  defineRoute({
    method: 'POST',
    path,
    access: organizationWith(NOTIFICATIONS_CREATE),
    body: judged(kind, 'instant'),
    ...rest,
    documentation: described(() => ({
      ...descriptionOf(rest.documentation),
      answers: acceptedOrder('Accepted and stored; the first attempt starts at once.'),
    })),
    handle: async ({ caller, body, context }) =>
      send(context, caller.organization, toMessage(body.request, context.config.defaultSenders), body.refuseBeyond),
  })
