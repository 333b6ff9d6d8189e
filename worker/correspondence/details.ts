import { bareResource } from '../domain/bare-resource.ts'
import { messageId } from '../domain/message-id.ts'
import type { OrderedRecipient } from '../domain/order.ts'
import { hasSucceeded } from '../domain/status.ts'
import type { ShipmentView } from '../ledger/contract.ts'
import { hasBeen, isAvailable, isPurged, mayNotify, type NotificationPhase } from './lifecycle.ts'
import { type Delays, dueTimes, type OrderIds } from './notification-orders.ts'
import { channelFor } from './notification-plan.ts'
import { notificationStatus } from './notification-status.ts'
import type { NotifiedParty } from './notified-party.ts'
import { toIso } from './overview.ts'
import type { CorrespondenceView } from './record.ts'

/** One notification of a correspondence: to whom, in which phase, and what its ledger says of it. */
export type NotificationReport = {
  readonly party: NotifiedParty
  readonly phase: NotificationPhase
  readonly ids: OrderIds
  readonly shipment: ShipmentView | undefined
}

type Delivery = ShipmentView['deliveries'][number]

/** What Altinn's messages call a status that its notifications call otherwise: their clients know no other name. */
const nameOf = (status: Delivery['status']): string =>
  status === 'Email_Failed_InvalidFormat' ? 'Email_Failed_InvalidEmailFormat' : status

/**
 * One attempt at an address, as Altinn shows it, but with an id. Where it went is for its sender to see.
 * docs/altinn/correspondence.md §4.6.
 */
function toEntry({ channel, destination, status, lastUpdateMs }: Delivery, id: string, showsAddress: boolean) {
  return {
    id,
    succeeded: hasSucceeded(status),
    recipient: {
      emailAddress: showsAddress && channel === 'email' ? destination : null,
      mobileNumber: showsAddress && channel === 'sms' ? destination : null,
      organizationNumber: null,
      nationalIdentityNumber: null,
      isReserved: null,
    },
    sendStatus: { status: nameOf(status), description: null, lastUpdate: toIso(lastUpdateMs) },
  }
}

async function toEntries(shipmentId: string, deliveries: readonly Delivery[], showsAddress: boolean) {
  const ids = await Promise.all(deliveries.map((_, index) => messageId(shipmentId, index)))
  const of = (channel: Delivery['channel']) =>
    [...deliveries.entries()]
      .filter(([, delivery]) => delivery.channel === channel)
      .sort(([, one], [, other]) => other.lastUpdateMs - one.lastUpdateMs)
      .map(([index, delivery]) => toEntry(delivery, ids[index] ?? shipmentId, showsAddress))
  const [emails, smses] = [of('email'), of('sms')]
  return {
    email: emails[0] ?? null,
    sms: smses[0] ?? null,
    emails: emails.length > 0 ? emails : null,
    smses: smses.length > 0 ? smses : null,
  }
}

/** Whom a notification tells, by the identifier that its sender gave. */
function toRecipient(recipient: OrderedRecipient) {
  switch (recipient.kind) {
    case 'organization':
      return { organizationNumber: recipient.organizationNumber }
    case 'person':
      return { nationalIdentityNumber: recipient.nationalIdentityNumber }
    case 'email':
      return { emailAddress: recipient.emailAddress }
    case 'sms':
      return { mobileNumber: recipient.phoneNumber }
    case 'username':
      return { externalIdentity: recipient.urn }
  }
}

/** One notification with all that is known of it: Altinn's members (docs/altinn/correspondence.md §4.6), then ours. */
export async function toDetails(
  { facts, lifecycle, notification, as }: CorrespondenceView,
  report: NotificationReport,
  delays: Delays,
  nowMs: number,
) {
  const { party, phase, ids, shipment } = report
  const isStopped = (isPurged(lifecycle) || hasBeen(lifecycle, 'Failed', 'Published')) && !mayNotify(lifecycle, phase)
  const reserved = hasBeen(lifecycle, 'Reserved') && !isAvailable(lifecycle)
  const status = reserved ? 'reserved' : notificationStatus(shipment, isStopped, nowMs)
  const published = lifecycle.history.find((event) => event.status === 'Published')
  const due = dueTimes(published?.atMs ?? lifecycle.publishAtMs, delays)
  const plan = notification?.[phase]
  return {
    id: ids.shipmentIds[phase],
    notificationOrderId: ids.orderId,
    sendersReference: `corr-${facts.sendersReference}`,
    creator: facts.organization,
    created: toIso(facts.createdAtMs),
    isReminder: phase === 'reminder',
    notificationChannel: plan ? channelFor(party.recipient, plan) : null,
    ignoreReservation: facts.ignoreReservation,
    resourceId: bareResource(facts.resourceId),
    requestedSendTime: toIso(shipment?.dueMs ?? due[phase]),
    processingStatus: {
      status: shipment?.status ?? (status === 'planned' ? 'Order_Registered' : 'Order_Cancelled'),
      description: null,
      lastUpdate: toIso(shipment?.lastUpdateMs ?? lifecycle.history.at(-1)?.atMs ?? facts.createdAtMs),
    },
    notificationStatusDetails: await toEntries(ids.shipmentIds[phase], shipment?.deliveries ?? [], as === 'sender'),
    status,
    ...(as === 'sender' && { recipient: toRecipient(party.recipient) }),
  }
}

/** What has happened to a correspondence, in order. */
export const toStatusHistory = ({ lifecycle }: CorrespondenceView) =>
  lifecycle.history.map(({ status, atMs }) => ({ status, statusText: status, statusChanged: toIso(atMs) }))
