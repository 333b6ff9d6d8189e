import * as z from 'zod'

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
    uncertain: z
      .literal(true)
      .optional()
      .meta({ description: 'A provider may have it, and has not said so; or had it when it was given up.' }),
    expiresAt: z.iso.datetime().optional().meta({ description: 'From then on no attempt starts.' }),
    waitsUntil: z.iso.datetime().optional().meta({ description: 'When the send window opens for it.' }),
  })

/** A shipment. */
const Shipment = () =>
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

/** A shipment and its timeline. */
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

/** A page of shipments. */
export const ShipmentPage = () => z.object({ items: z.array(Shipment()), next: z.string().nullable() })
