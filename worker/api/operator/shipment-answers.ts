import * as z from 'zod'
import { CHANNEL_NAMES } from '../../domain/status.ts'
import type { InspectedShipment, OperatorShipment, TimelineEntry } from '../../ledger/operation/contract.ts'
import type { FollowingEntry } from '../../operator/after-shipment.ts'

const toTime = (ms: number): string => new Date(ms).toISOString()

const maybeTime = (ms: number | undefined): string | undefined => (ms === undefined ? undefined : toTime(ms))

/** A shipment as an operator's answer shows it. Its text is in none of what this is made of. */
export const toShipment = (shipment: OperatorShipment) => ({
  shipmentId: shipment.shipmentId,
  organization: shipment.organization,
  type: shipment.type,
  channel: shipment.channel,
  status: shipment.status,
  recipient: shipment.recipient,
  sendersReference: shipment.sendersReference,
  acceptedAt: toTime(shipment.acceptedAtMs),
  dueAt: toTime(shipment.dueMs),
  lastUpdate: toTime(shipment.lastUpdateMs),
  deliveries: shipment.deliveries.map((delivery) => ({
    reference: delivery.reference,
    type: CHANNEL_NAMES[delivery.channel],
    destination: delivery.destination,
    status: delivery.status,
    lastUpdate: toTime(delivery.lastUpdateMs),
    attempts: delivery.attempts,
    provider: delivery.provider,
    simulated: delivery.simulated || undefined,
    uncertain: delivery.isUncertain || undefined,
    expiresAt: maybeTime(delivery.expiresAtMs),
    waitsUntil: maybeTime(delivery.waitsUntilMs),
  })),
})

function toEvent({ atMs, ...entry }: TimelineEntry | FollowingEntry) {
  if (!('untilMs' in entry)) return { at: toTime(atMs), ...entry }
  const { untilMs, ...rest } = entry
  return { at: toTime(atMs), ...rest, until: toTime(untilMs) }
}

/** The same with its timeline, and what followed in it. */
export const toInspected = ({ timeline, ...shipment }: InspectedShipment, following: readonly FollowingEntry[]) => ({
  ...toShipment(shipment),
  timeline: [...timeline, ...following].sort((one, other) => one.atMs - other.atMs).map(toEvent),
})

const EVENTS = [
  'accepted',
  'due',
  'postponed',
  'prepared',
  'claimed',
  'asked',
  'answered',
  'receipt',
  'waits',
  'lease-ended',
  'redriven',
  'given-up',
  'webhook',
  'operator',
  'ended',
] as const

const Delivery = () =>
  z.object({
    reference: z.string().meta({ description: 'What providers know the message by.' }),
    type: z.enum(['SMS', 'Email']),
    destination: z.string(),
    status: z.string(),
    lastUpdate: z.iso.datetime(),
    attempts: z.int(),
    provider: z.string().optional().meta({ description: 'The provider that was last heard of.' }),
    simulated: z.literal(true).optional(),
    uncertain: z.literal(true).optional().meta({ description: 'A provider may have it, and has not said so.' }),
    expiresAt: z.iso.datetime().optional().meta({ description: 'From then on no attempt starts.' }),
    waitsUntil: z.iso.datetime().optional().meta({ description: 'When the send window opens for it.' }),
  })

/** A shipment, for the description. */
export const Shipment = () =>
  z.object({
    shipmentId: z.uuid(),
    organization: z.string(),
    type: z.enum(['Notification', 'Reminder', 'Instant']),
    channel: z.string().meta({
      description: '`sms`, `email`, or what an order asks for: `sms-preferred`, `email-preferred`, `email-and-sms`.',
    }),
    status: z.string(),
    recipient: z.string().meta({ description: 'Who it was ordered for; empty where it has been erased.' }),
    sendersReference: z.string().optional(),
    acceptedAt: z.iso.datetime(),
    dueAt: z.iso.datetime(),
    lastUpdate: z.iso.datetime(),
    deliveries: z.array(Delivery()),
  })

/** A shipment and its timeline, for the description. */
export const ShipmentWithTimeline = () =>
  Shipment().extend({
    timeline: z
      .array(
        z.looseObject({
          at: z.iso.datetime(),
          event: z.enum(EVENTS),
        }),
      )
      .meta({ description: 'What happened, in order; of a delivery in an outage the first and the latest entries.' }),
  })
