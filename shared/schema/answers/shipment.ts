import * as z from 'zod'
import { moment } from './moment.ts'

/** What kind of order a shipment belongs to. */
export const ShipmentType = z.enum(['Notification', 'Reminder', 'Instant']).meta({
  id: 'ShipmentType',
  description: 'What the shipment is: the message of an order, one of its reminders, or an instant message.',
})

/** How a shipment fares. Seed 000, "Hente leveringsstatus"; `spec/notifications.md` 4.3; design 3.6. */
export const ShipmentManifest = z
  .object({
    shipmentId: z.uuid(),
    sendersReference: z.string().optional(),
    type: ShipmentType,
    status: z.string().meta({
      description:
        'Of an order or a reminder the order’s status (`Order_…`); of an instant message its delivery’s own.',
    }),
    lastUpdate: moment('When the status last changed.'),
    recipients: z
      .array(
        z.object({
          type: z.enum(['SMS', 'Email']),
          destination: z.string().meta({
            description:
              'The number in E.164 form, or the address; empty where none was found, or the recipient has declined.',
          }),
          status: z.string().meta({ description: 'The delivery’s status: see the table of statuses.' }),
          lastUpdate: moment('When that last changed.'),
          simulated: z.literal(true).optional().meta({
            description:
              'The SMS went to the embedded inbox instead: its number is not on the list of a test environment.',
          }),
          attempts: z.int().min(2).optional().meta({ description: 'Attempts begun, where there is more than one.' }),
          uncertain: z.literal(true).optional().meta({
            description: 'A provider may have it already, and has not answered for it: it is asked first.',
          }),
        }),
      )
      .meta({ description: 'Each message: of an instant order the one, of another none before it falls due.' }),
  })
  .meta({
    id: 'ShipmentManifest',
    description: 'A shipment and its status.',
    examples: [
      {
        shipmentId: 'caa7f1c0-9d7b-8e56-8d3f-5350f4eb9301',
        sendersReference: 'otp-login-2024-09-30-1234',
        type: 'Instant',
        status: 'SMS_Delivered',
        lastUpdate: '2024-09-30T08:25:13.000Z',
        recipients: [
          {
            type: 'SMS',
            destination: '+4799999999',
            status: 'SMS_Delivered',
            lastUpdate: '2024-09-30T08:25:13.000Z',
          },
        ],
      },
    ],
  })
