import * as z from 'zod'
import { once } from '../../once.ts'
import { moment } from './moment.ts'

/** What kind of order a shipment belongs to. */
export const ShipmentType = once(() =>
  z.enum(['Notification', 'Reminder', 'Instant']).meta({
    id: 'ShipmentType',
    description: 'What the shipment is: the message of an order, one of its reminders, or an instant message.',
  }),
)

/** How a shipment fares. docs/altinn/notifications.md §4.3; docs/compatibility/notifications.md. */
export const ShipmentManifest = once(() =>
  z
    .object({
      shipmentId: z.uuid(),
      sendersReference: z.string().optional(),
      type: ShipmentType(),
      status: z.string().meta({
        description:
          'For an order or a reminder, the order’s status (`Order_…`); for an instant message, that of its delivery.',
      }),
      lastUpdate: moment('When the status last changed.'),
      recipients: z
        .array(
          z.object({
            type: z.enum(['SMS', 'Email']),
            destination: z.string().meta({
              description:
                'The number in E.164 form, or the address; empty if none was found or the recipient has declined.',
            }),
            status: z.string().meta({ description: 'The delivery’s status: see the table of statuses.' }),
            lastUpdate: moment('When that last changed.'),
            simulated: z.literal(true).optional().meta({
              description:
                'The SMS went to the embedded inbox: its number is not on the allow list of the test environment.',
            }),
            attempts: z.int().min(2).optional().meta({ description: 'The number of attempts, if more than one.' }),
            uncertain: z.literal(true).optional().meta({
              description:
                'A provider may have the message already and has not confirmed it; that provider is asked first.',
            }),
            reason: z.enum(['destination-not-allowed', 'suppressed']).optional().meta({
              description:
                'Why the service did not send it: SMS may not go to its country, or mail to the address has come back.',
            }),
          }),
        )
        .meta({ description: 'Each message: one for an instant order; none for another order until it is due.' }),
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
    }),
)
